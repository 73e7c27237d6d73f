import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDataDir } from '../../electron/adapters/dataDir.ts';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import environment from './environment.json' with { type: 'json' };
import { thrownFailure } from './harness.ts';
import { forAll } from '../support/runs.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const authToken = 'b'.repeat(32);
const key = { TWILIO_API_KEY: `SK${'c'.repeat(32)}`, TWILIO_API_SECRET: 'd'.repeat(32) };

/** Every variable that is ours, what is read of them, and what is read of none. */
const { whole, read, defaults } = environment;

describe('an environment without anything', () => {
  it('gives the documented defaults', () => {
    expect(readEnvironment({})).toEqual({ ...defaults, dataDir: defaultDataDir() });
  });

  it('is the same as one whose variables are empty, as an .env file leaves them open', () => {
    const names = Object.keys(whole);
    for (const empty of ['', '  '])
      expect(readEnvironment(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(readEnvironment({}));
  });
});

describe('the environment', () => {
  it('is read whole', () => {
    expect(readEnvironment(whole)).toEqual({ ...read, dataDir: resolve('data') });
  });

  it('takes an API key in place of the token', () => {
    const { credentials } = readEnvironment({ TWILIO_ACCOUNT_SID: accountSid, ...key });
    expect(credentials).toEqual({ accountSid, apiKey: key.TWILIO_API_KEY, apiSecret: key.TWILIO_API_SECRET });
  });

  it('takes the webhook’s own address for the public URL, and the API’s address as it is', () => {
    const read = readEnvironment({
      WEBHOOK_BASE_URL: 'https://hooks.example/webhook/',
      TWILIO_API_BASE_URL: 'https://proxy.example/webhook/',
    });
    expect(read).toMatchObject({
      publicUrl: 'https://hooks.example',
      twilioApiBaseUrl: 'https://proxy.example/webhook',
    });
  });

  it.each([
    ['TWILIO_ACCOUNT_SID', 'SK0123456789abcdef0123456789abcdef'],
    ['TWILIO_AUTH_TOKEN', 'my secret token'],
    ['TWILIO_AUTH_TOKEN', 'SK0123456789abcdef0123456789abcdef'],
    ['TWILIO_API_KEY', 'AC0123456789abcdef0123456789abcdef'],
    ['TWILIO_API_SECRET', 'SK0123456789abcdef0123456789abcdef'],
    ['TWILIO_API_SECRET', '5hort'],
    ['TWILIO_API_BASE_URL', 'ftp://twilio.example'],
    ['TWILIO_API_BASE_URL', 'http://proxy.example'],
    ['TWILIO_API_BASE_URL', 'http://localhost.evil.example'],
    ['WEBHOOK_BASE_URL', 'https://user:pa55word@hooks.example'],
    ['WEBHOOK_BASE_URL', 'hooks.example'],
    ['WEBHOOK_BASE_URL', 'https://hooks.example/?token=5ecret'],
    ['OTP_DOCK_TUNNEL', 'carrier-pigeon'],
    ['NGROK_DOMAIN', 'https://mine.ngrok-free.app'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', 'five-thousand'],
    ['OTP_DOCK_API_PORT', '50.5'],
    ['OTP_DOCK_CAPTURE_HOST', 'otp-dock.example'],
    ['OTP_DOCK_CAPTURE_HOST', '0.0.0'],
    ['OTP_DOCK_LISTEN', 'otp-dock.example'],
    ['OTP_DOCK_LISTEN', '*'],
    ['OTP_DOCK_API_URL', 'http://otp-dock.example'],
    ['OTP_DOCK_API_URL', 'https://otp-dock.example/team'],
    ['OTP_DOCK_API_URL', 'https://me:pa55word@otp-dock.example'],
    ['OTP_DOCK_API_URL', 'otp-dock.example'],
    ['OTP_DOCK_API_TOKEN', '31-characters-are-not-enough-ab'],
    ['OTP_DOCK_API_TOKEN', `spaces are not allowed in a token at all`],
    ['NGROK_ROOT_CAS', '/etc/ssl/ca.pem'],
    ['OTP_DOCK_MODE', 'demo'],
    ['OTP_DOCK_MODE', 'Capture'],
    ['OTP_DOCK_LOG', 'loud'],
    ['OTP_DOCK_LOG_FORMAT', 'xml'],
    ['OTP_DOCK_ON_QUIT', 'ask'],
    ['OTP_DOCK_MAX_LEASE_SECONDS', '7'],
    ['OTP_DOCK_MAX_LEASE_SECONDS', '2592001'],
    ['OTP_DOCK_MAX_LEASE_SECONDS', 'an hour'],
  ])('names the variable that is wrong and does not repeat its value: %s', (name, value) => {
    const failure = thrownFailure(() =>
      readEnvironment({ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, [name]: value }),
    );
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay(name), hint: expect.toSay('.env') });
    expect(JSON.stringify(failure)).not.toContain(value);
    expect(JSON.stringify(failure)).not.toContain(authToken);
  });

  it('says of an API key’s SID that it is not the account’s', () => {
    const TWILIO_ACCOUNT_SID = `SK${'a'.repeat(32)}`;
    expect(thrownFailure(() => readEnvironment({ TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: authToken }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.toSay(/TWILIO_ACCOUNT_SID.* This is an API key/),
    });
  });

  it('never repeats a value, whatever it is', async () => {
    const checked = Object.keys(whole).filter((name) => !/NGROK_AUTHTOKEN|DATA_DIR|TLS_|NODE_ENV/.test(name));
    const value = fc.string({ minLength: 12 }).filter((text) => text.trim().length >= 12);
    await forAll(100, [fc.constantFrom(...checked), value], (variable, text) => {
      const failure = thrownFailure(() =>
        readEnvironment({ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, [variable]: `\u0001${text}` }),
      );
      expect(failure.message).toSay(variable);
      expect(JSON.stringify(failure)).not.toContain(JSON.stringify(text).slice(1, -1));
    });
  });

  it.each([
    [{ TWILIO_ACCOUNT_SID: accountSid }, 'TWILIO_AUTH_TOKEN is not set'],
    [{ TWILIO_AUTH_TOKEN: authToken }, 'TWILIO_ACCOUNT_SID is not set'],
    [{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: ' ' }, 'TWILIO_AUTH_TOKEN is not set'],
    [{ TWILIO_ACCOUNT_SID: accountSid, ...key, TWILIO_API_SECRET: '' }, 'TWILIO_API_SECRET is not set'],
    [{ TWILIO_ACCOUNT_SID: accountSid, ...key, TWILIO_API_KEY: '' }, 'TWILIO_API_KEY is not set'],
    [
      { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, ...key, TWILIO_API_SECRET: '' },
      'TWILIO_API_SECRET is not set',
    ],
    [key, 'TWILIO_ACCOUNT_SID is not set'],
    [{ TWILIO_AUTH_TOKEN: authToken, ...key }, 'TWILIO_ACCOUNT_SID is not set'],
  ])('says which half of the credentials is missing', (variables, message) => {
    const failure = thrownFailure(() => readEnvironment(variables));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay(message) });
  });

  const apiUrl = 'https://otp-dock.example';

  it.each(['0.0.0.0', '::', '192.168.1.2', 'fe80::1', '127.0.0.2', '::ffff:127.0.0.1', '0:0:0:0:0:0:0:1'])(
    'is open to others (%s) only with an address of https',
    (OTP_DOCK_LISTEN) => {
      expect(thrownFailure(() => readEnvironment({ OTP_DOCK_LISTEN }))).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.toSay(/OTP_DOCK_LISTEN .*OTP_DOCK_API_URL/),
      });
      expect(readEnvironment({ OTP_DOCK_LISTEN, OTP_DOCK_API_URL: apiUrl }).network).toMatchObject({ apiUrl });
    },
  );

  it('is never open to others by accident: whatever is set, without an https address it is on loopback', async () => {
    const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('localhost', 'LOCALHOST', '127.0.0.1', '::1', ''));
    const url = fc.option(fc.oneof(fc.domain(), fc.constantFrom('http://a.example', apiUrl, 'https://')));
    await forAll(50, [address, url], (OTP_DOCK_LISTEN, url) => {
      const read = () => readEnvironment({ OTP_DOCK_LISTEN, ...(url !== null && { OTP_DOCK_API_URL: url }) }).network;
      let network: ReturnType<typeof read>;
      try {
        network = read();
      } catch {
        return;
      }
      const { listen, apiUrl } = network;
      if (apiUrl === null) expect(['127.0.0.1', '::1']).toContain(listen);
      else expect(new URL(apiUrl)).toMatchObject({ protocol: 'https:', origin: apiUrl });
    });
  });

  it.each([
    [{ OTP_DOCK_TLS_CERT: '/c.pem', OTP_DOCK_API_URL: apiUrl }, 'OTP_DOCK_TLS_KEY is not set'],
    [{ OTP_DOCK_TLS_KEY: '/k.pem', OTP_DOCK_API_URL: apiUrl }, 'OTP_DOCK_TLS_CERT is not set'],
    [{ OTP_DOCK_TLS_CERT: '/c.pem', OTP_DOCK_TLS_KEY: '/k.pem' }, 'OTP_DOCK_API_URL is not'],
  ])('says what is missing for TLS: %o', (variables, message) => {
    const failure = thrownFailure(() => readEnvironment(variables));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay(message) });
  });

  it.each([
    ['development', false],
    ['test', false],
    ['production', true],
  ])('takes NODE_ENV %s for production: %s', (value, production) => {
    expect(readEnvironment({ NODE_ENV: value }).production).toBe(production);
  });
});

const home = '/home/me';
it.each([
  ['linux', {}, join(home, '.config', 'OTP Dock')],
  ['linux', { XDG_CONFIG_HOME: '/xdg' }, join('/xdg', 'OTP Dock')],
  ['darwin', {}, join(home, 'Library', 'Application Support', 'OTP Dock')],
  ['win32', { APPDATA: 'C:/Roaming' }, join('C:/Roaming', 'OTP Dock')],
  ['win32', {}, join(home, 'AppData', 'Roaming', 'OTP Dock')],
] as const)('the folder for the data is where %s keeps such things', (platform, env, folder) => {
  expect(defaultDataDir(platform, env, home)).toBe(folder);
});
