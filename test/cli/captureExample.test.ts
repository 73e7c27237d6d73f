import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { variableNames } from '../../electron/adapters/environment.ts';
import { all, root } from './ciExample.ts';
import { codeOf, fileOf, folder, serviceOf } from './captureExample.ts';

/** Those of the app under test, and those of the client, which finds the host by them. */
const others = ['TWILIO_API_BASE_URL', 'OTP_DOCK_URL', 'OTP_DOCK_TOKEN', 'OTP_DOCK_MODE'];

it('the guide’s client for Node is the file that runs', () => {
  expect(codeOf('Node', 'js')).toBe(fileOf('client.js'));
});

it('the example needs the SDK that OTP Dock is tested with', () => {
  const wanted = (file: string) => /"twilio": "(.*)"/.exec(file)?.[1];
  expect(wanted(fileOf('package.json'))).toBe(wanted(fileOf('../../package.json')));
});

it('compose.yml builds from what is there, and sets variables that there are', () => {
  const { text, environment } = serviceOf('otp-dock');
  const [, context = ''] = /context: (.*)/.exec(text) ?? [];
  const [, dockerfile = ''] = /dockerfile: (.*)/.exec(text) ?? [];
  expect(resolve(folder, context)).toBe(root);
  expect(existsSync(resolve(folder, context, dockerfile))).toBe(true);
  for (const name of Object.keys(environment)) expect(variableNames).toContain(name);
  for (const name of ['app', 'tests'])
    for (const key of Object.keys(serviceOf(name).environment)) expect([...variableNames, ...others]).toContain(key);
});

it('compose.yml lets the app send by OTP Dock’s name, and the tests alone reach the API', () => {
  const [dock, app, tests] = [serviceOf('otp-dock'), serviceOf('app'), serviceOf('tests')];
  const account = { TWILIO_ACCOUNT_SID: expect.stringMatching(/^AC0{32}$/), TWILIO_AUTH_TOKEN: '0'.repeat(32) };
  expect(dock.environment).toEqual({ ...account, OTP_DOCK_CAPTURE_HOST: '0.0.0.0' });
  expect(app.environment).toEqual({ ...account, TWILIO_API_BASE_URL: 'http://otp-dock:4010' });
  expect(tests.environment).toMatchObject({ OTP_DOCK_URL: 'http://127.0.0.1:5001', OTP_DOCK_DATA_DIR: '/data' });
  expect(tests.text).toContain("network_mode: 'service:otp-dock'");
  expect(app.text).toContain('condition: service_healthy');
  expect(all('HEALTHCHECK')[0]).toContain('http://127.0.0.1:5001/health');
  // Each published port is for this machine alone, and none is the API's.
  expect(fileOf('compose.yml').match(/'[\d.]+:\d+:\d+'/g)).toEqual(["'127.0.0.1:4010:4010'"]);
});

it('“docker run” of the guide gives the image arguments that its program has, and variables that there are', () => {
  const [, options = '', args] = /^docker run (.*) otp-dock (.*)$/m.exec(codeOf('Docker', 'sh')) ?? [];
  expect(args?.split(' ')).toEqual(serviceOf('otp-dock').command);
  for (const [, name = ''] of options.matchAll(/-e ([A-Z_]+)/g)) expect(variableNames).toContain(name);
  expect(all('ENTRYPOINT')).toEqual(['["node", "--max-semi-space-size=4", "electron/cli/index.js"]']);
});
