import { describe, expect, it } from 'vitest';
import { firstSettings } from '../../electron/contract/settings.ts';
import { plainError } from '../../electron/contract/errors.ts';
import { settle } from '../fakes/manualClock.ts';
import { credentials, keyCredentials, smsOf, startCore, startLeased } from '../support/coreApp.ts';

const none = { environment: { credentials: null } };
const byKey = { environment: { credentials: keyCredentials } };
const { apiKey, apiSecret } = keyCredentials;

describe('with an API key alone', () => {
  it('SMS are read from the list, whatever way in is set', async () => {
    const environment = { credentials: keyCredentials, reception: 'url' as const };
    const { app, clock, twilio, id, number } = await startLeased({}, { environment });
    expect(app.state()).toMatchObject({
      account: { kind: 'connected' },
      credentials: { source: 'environment', apiKey: { sid: apiKey, alone: true } },
      tunnel: { kind: 'polling', url: null },
      polling: true,
    });
    expect(twilio.purchases).toMatchObject([{ smsUrl: null }]);
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(2_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('no webhook passes, and there is none to test', async () => {
    const { app, gate } = await startCore(byKey);
    expect([gate.authToken(), gate.publicUrls()]).toEqual([null, []]);
    const test = await app.handle('reception.test', undefined);
    expect(test).toMatchObject({ ok: false, error: { code: 'TUNNEL_FAILED' } });
  });

  it('a late code is explained by it, and not by strangers who could not sign', async () => {
    const { app, gate, id } = await startLeased({}, byKey);
    gate.refused('signature');
    const { findings } = await app.requests['leases.diagnose']({ id });
    expect(findings[0]).toMatchObject({ hint: expect.toSay('Auth Token') });
  });

  it('the token that is added later brings webhooks', async () => {
    const { app, gate, take, twilio } = await startCore(none);
    await app.handle('account.connect', keyCredentials);
    const { numberSid } = await take();
    expect(app.state().tunnel.kind).toBe('polling');
    await app.handle('account.connect', { ...keyCredentials, authToken: credentials.authToken });
    expect(app.state()).toMatchObject({
      credentials: { apiKey: { sid: apiKey, alone: false } },
      tunnel: { kind: 'url', state: 'online' },
    });
    expect(gate.authToken()).toBe(credentials.authToken);
    await settle();
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://hooks.example/webhook');
  });
});

describe('of an account that is known already, what is not given stays', () => {
  const { accountSid, authToken } = credentials;
  const rest = (secrets: Map<string, string>) => JSON.parse(secrets.get('twilio') ?? '') as unknown;

  async function known(given: object) {
    const core = await startCore(none);
    await core.app.handle('account.connect', { ...given, remember: true });
    const connect = (next: object) => core.app.handle('account.connect', { ...next, remember: true });
    return { ...core, connect };
  }

  it('the key beside a new token, and the token beside a new key', async () => {
    const { connect, secrets } = await known(keyCredentials);
    expect(await connect({ accountSid, authToken, keep: true })).toMatchObject({ ok: true });
    expect(rest(secrets)).toEqual({ ...keyCredentials, authToken });
    const newKey = { ...keyCredentials, apiKey: `SK${'2'.repeat(32)}` };
    await connect({ ...newKey, keep: true });
    expect(rest(secrets)).toEqual({ ...newKey, authToken });
  });

  it('but not unless that is asked for, or of another account', async () => {
    const { connect, secrets } = await known(keyCredentials);
    const other = { accountSid: `AC${'e'.repeat(32)}`, authToken };
    await connect({ ...other, keep: true });
    expect(rest(secrets)).toEqual(other);
    await connect({ ...keyCredentials, authToken });
    await connect({ accountSid, authToken });
    expect(rest(secrets)).toEqual({ accountSid, authToken });
  });

  it('and a wrong token beside a key is noticed before it is stored', async () => {
    const { connect, secrets, twilio } = await known(keyCredentials);
    twilio.failNext('account', null, plainError('INVALID_CREDENTIALS', 'No.', 'Ask.'));
    const answer = await connect({ accountSid, authToken, keep: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_CREDENTIALS' } });
    expect(rest(secrets)).toEqual(keyCredentials);
  });
});

describe('an API key', () => {
  it('is kept where the token is, for the next start, and wiped with it', async () => {
    const core = await startCore(none);
    await core.app.handle('account.connect', { ...keyCredentials, remember: true });
    expect(JSON.parse(core.secrets.get('twilio') ?? '')).toEqual(keyCredentials);
    const { app, secrets } = await core.restart();
    expect(app.state().credentials).toMatchObject({ source: 'stored', apiKey: { sid: apiKey } });
    await app.handle('account.forget', undefined);
    expect(secrets.size).toBe(0);
    expect(app.state().credentials).not.toHaveProperty('apiKey');
    await app.handle('account.connect', { ...keyCredentials, remember: true });
    await app.handle('data.wipe', { leaveNumbers: false });
    expect(secrets.size).toBe(0);
  });

  it('is kept for this run only unless asked to remember', async () => {
    const { app, secrets } = await startCore(none);
    await app.handle('account.connect', keyCredentials);
    expect(app.state().credentials.source).toBe('session');
    expect(secrets.size).toBe(0);
  });

  it('of the environment wins over what is stored, and cannot be forgotten', async () => {
    const secrets = new Map([['twilio' as const, JSON.stringify(credentials)]]);
    const { app } = await startCore({ ...byKey, secrets, settings: firstSettings });
    expect(app.state()).toMatchObject({ credentials: { source: 'environment' }, settings: { setup: 'done' } });
    const hint = expect.toSay('TWILIO_API_KEY and TWILIO_API_SECRET');
    expect(await app.handle('account.forget', undefined)).toMatchObject({ ok: false, error: { hint } });
  });

  it.each([
    ['without its secret', { apiSecret: undefined }, 'apiSecret'],
    ['that is missing beside its secret', { apiKey: undefined }, 'apiKey'],
    ['and token both missing', { apiKey: undefined, apiSecret: undefined }, 'authToken'],
  ])('%s is refused, by name', async (_what, missing, name) => {
    const { app } = await startCore(none);
    const answer = await app.handle('account.connect', { ...keyCredentials, ...missing });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', message: expect.toSay(name) } });
  });

  it('may not be told about the account, which is then called unknown, not wrong', async () => {
    const { app, twilio } = await startCore(none);
    twilio.account = () => Promise.resolve({ name: null, trial: null });
    twilio.failNext('balance', plainError('FORBIDDEN', 'No.', 'Ask.'));
    const answer = await app.handle('account.connect', keyCredentials);
    const unknown = { kind: 'connected', name: null, trial: null, balance: null };
    expect(answer).toMatchObject({ ok: true, value: unknown });
  });

  it('leaves no secret in the state, in an answer, in the diagnostics or in the log', async () => {
    const { app, log } = await startCore(none);
    const answers = [
      await app.handle('account.connect', { ...keyCredentials, remember: true }),
      await app.handle('account.connect', { ...keyCredentials, accountSid: 'nonsense' }),
      await app.handle('account.connect', { ...keyCredentials, apiKey: apiSecret }),
      await app.handle('state.get', undefined),
      await app.handle('diagnostics.get', undefined),
    ];
    expect(JSON.stringify([answers, app.state(), log])).not.toContain(apiSecret);
    expect(JSON.stringify(answers.at(-1))).not.toContain(apiKey);
  });
});
