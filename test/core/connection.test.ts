import { describe, expect, it } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { firstSettings } from '../../electron/contract/settings.ts';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { credentials, smsOf, startCore, type CoreApp } from '../support/coreApp.ts';

const none = { environment: { credentials: null } };
const other = { accountSid: `AC${'e'.repeat(32)}`, authToken: 'e'.repeat(32) };
const wrong = () => plainError('INVALID_CREDENTIALS', 'Twilio does not accept these credentials.', 'Check them.');

describe('connecting an account', () => {
  it('checks the credentials with Twilio before it keeps them', async () => {
    const { app, twilio, secrets } = await startCore(none);
    twilio.failNext('account', wrong());
    const refused = await app.handle('account.connect', { ...credentials, remember: true });
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_CREDENTIALS' } });
    expect(secrets.size).toBe(0);
    expect(app.state().account.kind).toBe('none');
    expect(await app.handle('account.connect', { ...credentials, remember: true })).toMatchObject({
      ok: true,
      value: { kind: 'connected' },
    });
    expect(JSON.parse(secrets.get('twilio') ?? '')).toEqual(credentials);
  });

  it('keeps them for this run only unless asked to remember', async () => {
    const { app, secrets } = await startCore(none);
    await app.handle('account.connect', credentials);
    expect(app.state().credentials.source).toBe('session');
    expect(secrets.size).toBe(0);
  });

  it('goes on with remembered ones at the next start', async () => {
    const secrets = new Map([['twilio' as const, JSON.stringify(credentials)]]);
    const { app } = await startCore({ ...none, secrets });
    expect(app.state()).toMatchObject({
      account: { kind: 'connected', balance: { amount: '20.00' } },
      credentials: { source: 'stored' },
    });
  });

  it('says when Twilio cannot be reached, and tries again by itself', async () => {
    const { app, clock, twilio } = await startCore({ ...none });
    twilio.failNext('account', unreachable());
    expect(await app.handle('account.connect', credentials)).toMatchObject({
      ok: false,
      error: { code: 'TWILIO_UNREACHABLE' },
    });
    await app.handle('account.connect', credentials);
    twilio.failNext('account', unreachable());
    await app.connection.verify();
    expect(app.state().account).toMatchObject({ kind: 'failed', error: { retryable: true } });
    await clock.advance(5_000);
    expect(app.state().account.kind).toBe('connected');
  });

  it('does not go on asking with wrong credentials', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.failNext('account', wrong());
    await app.connection.verify();
    const asked = twilio.count('account');
    await clock.advance(600_000);
    expect(twilio.count('account')).toBe(asked);
    expect(app.state().account.kind).toBe('failed');
  });

  it('asks for other credentials when they are revoked in mid-lease, and goes on with the new token', async () => {
    const secrets = new Map([['twilio' as const, JSON.stringify(credentials)]]);
    const { app, clock, twilio, gate } = await startCore({ ...none, secrets });
    const { id, number } = await app.leases.start({ requestId: 'r1', ttlSeconds: 60 });
    twilio.failNext('release', wrong());
    twilio.failNext('account', wrong());
    await app.leases.end(id);
    await settle();
    expect(app.state().account).toMatchObject({ kind: 'failed', error: { code: 'INVALID_CREDENTIALS' } });
    expect(app.lease(id)).toMatchObject({ number, state: 'releasing', problem: { code: 'INVALID_CREDENTIALS' } });
    const { accountSid } = credentials;
    const authToken = 'c'.repeat(32);
    expect(await app.handle('account.connect', { accountSid, authToken, remember: true })).toMatchObject({ ok: true });
    await clock.advance(0);
    expect(app.lease(id).state).toBe('released');
    expect(gate.authToken()).toBe(authToken);
    expect(twilio.owned.size).toBe(0);
  });

  it('sees from a call that fails that Twilio is gone, and catches up when it is back', async () => {
    const { app, clock, twilio } = await startCore();
    const { id, number } = await app.leases.start({ requestId: 'r1', ttlSeconds: 600 });
    twilio.failNext('messagesTo', unreachable());
    twilio.failNext('account', unreachable(), unreachable());
    await app.checkMessages(id).catch(() => undefined);
    await settle();
    expect(app.state().account).toMatchObject({ kind: 'failed', error: { code: 'TWILIO_UNREACHABLE' } });
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.advance(5_000);
    expect(app.state().account.kind).toBe('failed');
    await clock.advance(10_000);
    expect(app.state().account.kind).toBe('connected');
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('makes nothing of a single call that fails while the account works', async () => {
    const { app, twilio } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    const kinds: string[] = [];
    app.on('state', ({ account }) => kinds.push(account.kind));
    twilio.failNext('messagesTo', unreachable());
    await app.checkMessages(id).catch(() => undefined);
    await settle();
    expect(new Set(kinds)).toEqual(new Set(['connected']));
  });
});

describe('leaving an account', () => {
  it('is refused while it has numbers to give back', async () => {
    const { app } = await startCore({ ...none, secrets: new Map([['twilio' as const, JSON.stringify(credentials)]]) });
    const { id } = await app.leases.start({ requestId: 'r1' });
    expect(await app.handle('account.forget', undefined)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await app.handle('account.connect', other)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await app.handle('demo.start', undefined)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await app.leases.end(id);
    await settle();
    expect(await app.handle('account.forget', undefined)).toEqual({ ok: true, value: null });
    expect(app.state()).toMatchObject({ account: { kind: 'none' }, leases: [], credentials: { source: 'none' } });
  });

  it('is refused when the environment would bring it back', async () => {
    const { app } = await startCore();
    expect(await app.handle('account.forget', undefined)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', hint: expect.toSay('TWILIO_ACCOUNT_SID') },
    });
  });
});

describe('the first run', () => {
  it('is skipped where the environment sets the account', async () => {
    const { app } = await startCore({ settings: firstSettings });
    expect(app.state().settings.setup).toBe('done');
  });

  it('goes on at the next start where it was left', async () => {
    const { app } = await startCore({ ...none, settings: firstSettings });
    await app.handle('account.connect', credentials);
    expect(app.state().settings.setup).toBe('connect');
    await app.handle('settings.update', { setup: 'reception' });
    expect(app.state().settings.setup).toBe('reception');
  });

  it('is still to come after the demo', async () => {
    const { app } = await startCore({ ...none, settings: firstSettings });
    await app.handle('demo.start', undefined);
    await app.leases.start({ requestId: 'r1' });
    await app.handle('demo.stop', undefined);
    expect(app.state()).toMatchObject({ account: { kind: 'none' }, settings: { setup: 'connect' } });
  });
});

describe('the demo', () => {
  it('is marked as such, and left for the account from before', async () => {
    const { app } = await startCore();
    await app.handle('demo.start', undefined);
    expect(app.state()).toMatchObject({ demo: true, account: { kind: 'connected', name: 'Demo account' } });
    await app.handle('demo.stop', undefined);
    await settle();
    expect(app.state()).toMatchObject({ demo: false, account: { kind: 'connected', name: 'Fake account' } });
  });
});

describe('an ngrok token', () => {
  const token = 'ngrok-token-of-a-test';
  const onNgrok = { environment: { reception: 'ngrok' as const, publicUrl: null } };
  const set = (app: CoreApp['app'], remember: boolean, given = token) =>
    app.handle('ngrok.setToken', { token: given, remember });

  it('is stored only once ngrok has let us in with it', async () => {
    const { app, secrets, tunnel } = await startCore({ ...onNgrok, tunnel: { state: 'connecting' } });
    await set(app, true);
    expect([secrets.has('ngrok'), app.state().credentials.ngrokToken]).toEqual([false, 'session']);
    tunnel({ state: 'failed' });
    tunnel({ state: 'degraded' });
    await settle();
    expect(secrets.has('ngrok')).toBe(false);
    tunnel({ state: 'online', url: 'https://x.ngrok.app' });
    await settle();
    expect([secrets.get('ngrok'), app.state().credentials.ngrokToken]).toEqual([token, 'stored']);
  });

  it('that is not to be remembered is never stored, and takes the place of one that was', async () => {
    const { app, secrets, tunnel } = await startCore({ ...onNgrok, tunnel: { state: 'connecting' } });
    await set(app, true);
    tunnel({ state: 'online', url: 'https://x.ngrok.app' });
    await settle();
    await set(app, false, 'another-ngrok-token');
    tunnel({ state: 'online', url: 'https://x.ngrok.app' });
    await settle();
    expect([secrets.has('ngrok'), app.state().credentials.ngrokToken]).toEqual([false, 'session']);
  });

  it('that ngrok refuses leaves the one that works where it is', async () => {
    const { app, secrets, tunnel } = await startCore({ ...onNgrok, tunnel: { state: 'connecting' } });
    await set(app, true);
    tunnel({ state: 'online', url: 'https://x.ngrok.app' });
    await settle();
    await set(app, true, 'mistyped-ngrok-token');
    tunnel({ state: 'failed' });
    await settle();
    expect(secrets.get('ngrok')).toBe(token);
  });

  it('is refused at once where it could not be stored', async () => {
    const { app, secrets } = await startCore({ ...onNgrok, storage: 'unavailable' });
    expect(await set(app, true)).toMatchObject({ ok: false, error: { code: 'SECRET_STORAGE_UNAVAILABLE' } });
    expect(app.state().credentials.ngrokToken).toBe('none');
    expect(await set(app, false)).toMatchObject({ ok: true });
    expect(secrets.size).toBe(0);
  });

  it('that was forgotten meanwhile is not stored after all', async () => {
    const { app, secrets, tunnel } = await startCore({ ...onNgrok, tunnel: { state: 'connecting' } });
    await set(app, true);
    await app.handle('ngrok.forgetToken', undefined);
    tunnel({ state: 'online', url: 'https://x.ngrok.app' });
    await settle();
    expect([secrets.has('ngrok'), app.state().credentials.ngrokToken]).toEqual([false, 'none']);
  });
});

describe('no secret', () => {
  it('is in the state, in an answer, or in the log', async () => {
    const { app, log } = await startCore(none);
    const answers = [
      await app.handle('account.connect', { ...credentials, remember: true }),
      await app.handle('account.connect', { accountSid: 'nonsense', authToken: credentials.authToken }),
      await app.handle('ngrok.setToken', { token: 'ngrok-secret-token', remember: true }),
      await app.handle('state.get', undefined),
    ];
    const written = JSON.stringify([answers, app.state(), log]);
    expect(written).not.toContain(credentials.authToken);
    expect(written).not.toContain('ngrok-secret-token');
  });
});
