import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi, tokenFileIn } from '../../../electron/api/server.ts';
import { ask, openHost } from '../../../electron/cli/host.ts';
import { ApiSwitch } from '../../../electron/main/settings/apiSwitch.ts';
import { freePort, listLogger, tempFolder } from '../../adapters/harness.ts';
import { startCore } from '../../support/coreApp.ts';

async function switchForTest(port = 0) {
  const { app } = await startCore();
  const dataDir = tempFolder();
  const tokenFile = tokenFileIn(dataDir);
  const copied: string[] = [];
  const apiSwitch = new ApiSwitch({
    app,
    showApi: (state) => app.showApi(state),
    tokenFile,
    serve: () => serveApi({ app, log: listLogger(), dataDir, port, ui: null }),
    copy: async (text) => void copied.push(text),
  });
  onTestFinished(() => apiSwitch.close());
  const turn = (apiEnabled: boolean) => app.requests['settings.update']({ apiEnabled });
  const url = () => app.state().api.url;
  const serving = async () => {
    await turn(true);
    await expect.poll(url).not.toBeNull();
    return url()!;
  };
  const token = () => readFileSync(tokenFile, 'utf8').trim();
  return { app, apiSwitch, dataDir, tokenFile, copied, turn, serving, url, token };
}

const health = async (url: string, token: string) =>
  (await fetch(`${url}/v1/health`, { headers: { authorization: `Bearer ${token}` } })).status;

test('nothing listens until it is switched on, and nothing after it is switched off', async () => {
  const { dataDir, tokenFile, turn, serving, url, token } = await switchForTest();
  expect([url(), existsSync(tokenFile)]).toEqual([null, false]);
  const address = await serving();
  expect(await health(address, token())).toBe(200);
  expect(await health(address, 'x'.repeat(43))).toBe(401);
  const found = openHost(dataDir, {});
  expect(await ask(found, 'GET', '/v1/leases'), 'the command line finds the app').toEqual({ leases: [] });

  await turn(false);
  await expect.poll(url).toBeNull();
  await expect(fetch(address)).rejects.toThrow();
  expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
  expect(() => openHost(dataDir, {})).toThrow('No OTP Dock runs');
});

test('switched to and fro, it ends as the last turn says', async () => {
  const { apiSwitch, turn, url } = await switchForTest();
  await Promise.all([turn(true), turn(false), turn(true)]);
  await expect.poll(url).not.toBeNull();
  await turn(false);
  await apiSwitch.close();
  expect(url()).toBeNull();
});

test('a new token makes the old one worthless', async () => {
  const { apiSwitch, copied, serving, url, token } = await switchForTest();
  await expect(apiSwitch.copyToken()).rejects.toThrow('There is no token yet.');
  await serving();
  const old = token();
  await apiSwitch.rotateToken();
  expect(token()).not.toBe(old);
  expect([await health(url()!, old), await health(url()!, token())]).toEqual([401, 200]);
  await apiSwitch.copyToken();
  expect(copied).toEqual([token()]);
});

test('a token that could not be renewed does not keep the API from being switched on', async () => {
  const { apiSwitch, tokenFile, serving } = await switchForTest();
  mkdirSync(tokenFile);
  await expect(apiSwitch.rotateToken()).rejects.toThrow();
  rmdirSync(tokenFile);
  await serving();
});

test('a page cannot get the whole interface from the desktop app, whatever token it has', async () => {
  const { serving, token } = await switchForTest();
  const url = await serving();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ui/socket`, ['otp-dock', `token.${token()}`]);
  const event = await new Promise<string>((done) => {
    socket.onopen = () => done('open');
    socket.onerror = () => done('refused');
  });
  expect(event).toBe('refused');
});

test('a port that another program has is said, and the next free one taken', async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
  onTestFinished(() => void other.close());
  const { app, serving } = await switchForTest(port);
  const url = await serving();
  expect(app.state().api.takenPort).toBe(port);
  expect(url).not.toContain(String(port));
});
