import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { WebSocket } from 'ws';
import { ask as askHost, openHost } from '../../../electron/cli/host.ts';
import type { Bridge } from '../../../electron/contract/api.ts';
import { eventNames } from '../../../electron/contract/events.ts';
import type { Emulator } from '../../../electron/emulator/server.ts';
import { ask } from '../harness/ask.ts';
import { test } from '../harness/fixtures.ts';
import { lease } from '../desktop/leasing.ts';
import type { Desktop } from '../harness/launch.ts';
import { launchHeadlessProcess } from '../harness/headless.ts';
import { testFolder } from '../harness/testFolder.ts';
import { argumentsOf, expectNoSecret, filesIn, type Traces } from './traces.ts';

// With characters that are written in another way in an address.
const ngrokToken = '2aB+c/D=eFgHiJkLmNoPqRsTuVwXyZ_0123456789';
const wrongToken = randomBytes(16).toString('hex');
const debug = { DEBUG: 'twilio:*', OTP_DOCK_API_PORT: '0' };

/** What may be nowhere, by what it is. */
const named = ({ authToken, rotated }: { authToken: string; rotated: string }) => ({
  'the Auth Token': authToken,
  'a wrong token': wrongToken,
  'the new Auth Token': rotated,
  'the ngrok token': ngrokToken,
});

/** The paths that Twilio was asked for; credentials belong into the header alone. */
const urlsOf = (emulator: Emulator) => JSON.stringify(emulator.state().requests);

/** Keeps every event that the window is told from now on. */
async function listen(page: Page): Promise<void> {
  await page.evaluate((names) => {
    const told: unknown[] = [];
    Reflect.set(globalThis, 'told', told);
    const { otpDock } = globalThis as unknown as { otpDock: Bridge };
    for (const name of names) otpDock.subscribe(name, (payload) => told.push(payload));
  }, eventNames);
}

/** As a person does who reports a problem; resolves to what is then on the screen and the clipboard. */
async function copyDiagnostics({ page, readClipboard }: Desktop): Promise<Traces> {
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('link', { name: 'About' }).click();
  await page.getByRole('button', { name: 'Show diagnostics…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' });
  await expect(dialog.getByText(/Account: connected/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  return { 'page with diagnostics': await page.content(), 'copied diagnostics': await readClipboard() };
}

test('a whole run of the desktop app leaves no secret anywhere: it buys, receives, fails, is taken over and ends', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const requested: string[] = [];
  const answers: unknown[] = [];
  const desktop = await launch({ env: { ...debug, TWILIO_API_BASE_URL: baseUrl } });
  const { page, dataDir, pid } = desktop;
  page.on('request', (request) => requested.push(request.url()));
  await listen(page);
  const act = async (...[name, input]: Parameters<typeof ask> extends [Page, ...infer R] ? R : never) =>
    answers.push(await ask(page, name, input));

  await act('account.connect', { accountSid, authToken: wrongToken, remember: true });
  await act('account.connect', { accountSid, authToken, remember: true });
  await act('ngrok.setToken', { token: ngrokToken, remember: true });
  await act('settings.update', { reception: 'ngrok', apiEnabled: true });
  await expect.poll(async () => JSON.stringify(await ask(page, 'state.get'))).toMatch(/TUNNEL_FAILED|not answered/);
  const { number, id } = await lease(page);
  await emulator.sendSms({ to: number!, body: 'Your code is 482913' });
  await act('messages.check', {});
  await act('messages.list', {});
  await act('leases.diagnose', { id });
  emulator.setFaults({ serverErrors: 2, dropConnections: 1 });
  await act('numbers.search', { country: 'US' });
  await act('numbers.owned');
  await act('api.copyToken');
  const made = await ask(page, 'tokens.add', { name: 'ci' });
  if (!made.ok) throw new Error('No token was made.');
  await act('tokens.list');
  expect(await askHost(openHost(dataDir, {}), 'GET', '/v1/health'), 'it serves its API').toMatchObject({
    status: 'ok',
  });
  const apiToken = readFileSync(join(dataDir, 'api-token'), 'utf8').trim();
  const rotated = emulator.rotateToken();
  await act('account.retry');
  await expect(page.getByText('Enter your new Auth Token').first()).toBeVisible();
  await act('account.connect', { accountSid, authToken: rotated, remember: true });
  await act('state.get');
  const shown = await page.evaluate(() => ({
    told: JSON.stringify(Reflect.get(globalThis, 'told')),
    page: document.documentElement.outerHTML,
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  }));
  await page.reload();
  const diagnostics = await copyDiagnostics(desktop);
  const started = argumentsOf(pid);
  expect(await desktop.startSecond(['otpdock://lease?country=US'])).toBe(0);
  expect(await desktop.close()).toBe(0);

  const secrets = { ...named({ authToken, rotated }), 'the token of a pipeline': made.value.token };
  const files = filesIn(dataDir);
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['settings.json', 'history.db', 'api-token']));
  expect(desktop.said()).toMatch(/POST \S+IncomingPhoneNumbers\.json -> 201/);
  const log = files[join('logs', 'otp-dock.log')]!;
  expect(log).toMatch(/debug .*twilio:api POST \S+IncomingPhoneNumbers\.json -> 201/);
  expect(diagnostics['copied diagnostics']).toContain('Account: connected');
  // Nor are messages a matter of the log.
  expect(log + diagnostics['copied diagnostics']).not.toContain('482913');
  expect(shown.told).toContain('482913');
  const traces = {
    output: desktop.said(),
    arguments: started,
    answers: JSON.stringify(answers),
    'addresses of the page': requested.join('\n'),
    'addresses at Twilio': urlsOf(emulator),
    ...shown,
    ...diagnostics,
  };
  expectNoSecret({ ...traces, ...files }, secrets);
  const { 'api-token': _its, ...otherFiles } = files;
  expectNoSecret({ ...traces, ...otherFiles }, { 'the token of the API': apiToken });
});

test('a whole run of the headless host leaves no secret anywhere, in a crash either', async ({ emulator }) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const dataDir = testFolder('data-');
  const account = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_API_BASE_URL: baseUrl };
  const env = { ...debug, ...account, NGROK_AUTHTOKEN: ngrokToken };
  const said: string[] = [];
  const told: string[] = [];

  const refused = await launchHeadlessProcess({ ...env, TWILIO_AUTH_TOKEN: wrongToken }, dataDir);
  await launchHeadlessProcess({ ...env, TWILIO_AUTH_TOKEN: authToken }, dataDir).catch(({ message }: Error) =>
    said.push(message),
  );
  expect(said.join()).toContain('HOST_RUNNING');
  expect(await refused.close()).toBe(0);
  said.push(refused.said().stderr);

  const host = await launchHeadlessProcess({ ...env, TWILIO_AUTH_TOKEN: authToken }, dataDir);
  const { ready, token } = host;
  const socket = new WebSocket(`${ready.api.replace('http', 'ws')}/ui/socket`, ['otp-dock', `token.${token}`]);
  const events = new WebSocket(`${ready.api.replace('http', 'ws')}/v1/events`, [`token.${token}`]);
  for (const one of [socket, events]) one.on('message', (data) => told.push(String(data)));
  await Promise.all([once(socket, 'open'), once(events, 'open')]);
  const authorization = `Bearer ${token}`;
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(ready.api + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    told.push(text);
    return text;
  };
  const taken = JSON.parse(await call('POST', '/v1/leases', { country: 'US', ttlSeconds: 600 })) as {
    id: string;
    number: string;
  };
  await emulator.sendSms({ to: taken.number, body: 'Your code is 482913' });
  expect(await call('GET', `/v1/leases/${taken.id}/code?timeoutSeconds=20`)).toContain('482913');
  for (const path of ['/v1/health', '/v1/messages', '/v1/numbers', '/v1/ledger', '/v1/nothing'])
    await call('GET', path);
  socket.send(JSON.stringify({ id: 1, name: 'account.connect', input: { accountSid, authToken: wrongToken } }));
  socket.send(JSON.stringify({ id: 2, name: 'ngrok.setToken', input: { token: 'nonsense', remember: 'maybe' } }));
  emulator.setFaults({ serverErrors: 1, dropConnections: 1 });
  await call('GET', '/v1/numbers/available?country=US');
  const rotated = emulator.rotateToken();
  await call('GET', '/v1/numbers');
  socket.send(JSON.stringify({ id: 3, name: 'account.retry' }));
  await expect.poll(() => call('GET', '/v1/health')).toContain('INVALID_CREDENTIALS');
  const started = argumentsOf(ready.pid);
  process.kill(ready.pid, 'SIGKILL');
  await host.close();
  const again = await launchHeadlessProcess({ ...env, TWILIO_AUTH_TOKEN: rotated }, dataDir);
  expect(await again.close()).toBe(0);

  said.push(host.said().stderr, again.said().stderr);
  expect(said.join('\n')).toMatch(/POST \S+IncomingPhoneNumbers\.json -> 201/);
  const files = filesIn(dataDir);
  const secrets = named({ authToken, rotated });
  const traces = {
    log: said.join('\n'),
    arguments: started,
    told: told.join('\n'),
    'addresses at Twilio': urlsOf(emulator),
  };
  const printed = [host, again, refused].map((one) => one.said().stdout);
  expectNoSecret({ ...traces, ...files, stdout: printed.join('\n') }, secrets);
  const { 'api-token': _its, ...otherFiles } = files;
  // The one line on stdout tells the address of the user interface, with the token: it is what a script reads.
  expect(printed.map((text) => text.split('\n').length)).toEqual([1, 1, 1]);
  expectNoSecret({ ...traces, ...otherFiles }, { 'the token of the API': token });
});
