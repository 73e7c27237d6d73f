import { describe, expect, it } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { firstSettings } from '../../electron/contract/settings.ts';
import type { TunnelState } from '../../electron/contract/state.ts';
import { demoAccountSid } from '../../electron/core/emulatedAccounts.ts';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { credentials, smsOf, startCore, startLeased, type CoreOptions } from '../support/coreApp.ts';

const none = { environment: { credentials: null } };
const remembered = () => ({ ...none, secrets: new Map([['twilio' as const, JSON.stringify(credentials)]]) });
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
    const answer = await app.handle('account.connect', { ...credentials, remember: true });
    expect(answer).toMatchObject({ ok: true, value: { kind: 'connected' } });
    expect(JSON.parse(secrets.get('twilio') ?? '')).toEqual(credentials);
  });

  it('keeps them for this run only unless asked to remember', async () => {
    const { app, secrets } = await startCore(none);
    await app.handle('account.connect', credentials);
    expect(app.state().credentials.source).toBe('session');
    expect(secrets.size).toBe(0);
  });

  it('goes on with remembered ones at the next start', async () => {
    const { app } = await startCore(remembered());
    expect(app.state()).toMatchObject({
      account: { kind: 'connected', balance: { amount: '20.00' } },
      credentials: { source: 'stored' },
    });
  });

  it('says when Twilio cannot be reached, and tries again by itself', async () => {
    const { app, clock, twilio } = await startCore(none);
    twilio.failNext('account', unreachable());
    const answer = await app.handle('account.connect', credentials);
    expect(answer).toMatchObject({ ok: false, error: { code: 'TWILIO_UNREACHABLE' } });
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
    const { app, clock, twilio, gate, end, id, number } = await startLeased({ ttlSeconds: 60 }, remembered());
    twilio.failNext('release', wrong());
    twilio.failNext('account', wrong());
    await end(id);
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
    const { app, clock, twilio, id, number } = await startLeased({ ttlSeconds: 600 });
    twilio.failNext('messagesTo', unreachable());
    twilio.failNext('account', unreachable(), unreachable());
    await settle(app.requests['messages.check']({ lease: id }).catch(() => undefined));
    expect(app.state().account).toMatchObject({ kind: 'failed', error: { code: 'TWILIO_UNREACHABLE' } });
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(5_000);
    expect(app.state().account.kind).toBe('failed');
    await clock.advance(10_000);
    expect(app.state().account.kind).toBe('connected');
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('makes nothing of a single call that fails while the account works', async () => {
    const { app, twilio, id } = await startLeased();
    const kinds: string[] = [];
    app.on('state', ({ account }) => kinds.push(account.kind));
    twilio.failNext('messagesTo', unreachable());
    await settle(app.requests['messages.check']({ lease: id }).catch(() => undefined));
    expect(new Set(kinds)).toEqual(new Set(['connected']));
  });
});

it('without the token after a restart, the numbers that wait are known, and nothing is lost once it is there', async () => {
  const { restart, take, twilio, ...first } = await startCore(none);
  await first.app.handle('account.connect', credentials);
  const [short, long] = [await take({ ttlSeconds: 60 }), await take({ ttlSeconds: 7_200, policy: 'keep' })];
  const { app, clock } = await restart(600_000);
  expect(app.state()).toMatchObject({ account: { kind: 'none' }, leases: [] });
  const account = credentials.accountSid;
  const running = await app.requests['data.remaining'](undefined);
  expect(running).toEqual([short, long].map(({ number }) => ({ account, number })));
  twilio.inbound.push(smsOf({ to: long.number }, clock));
  await clock.advance(60_000);
  await app.handle('account.connect', credentials);
  await clock.advance(0);
  expect(app.lease(short.id).state).toBe('released');
  expect(app.lease(long.id)).toMatchObject({ state: 'active', latestCode: { code: '482913' } });
  expect([...twilio.owned.keys()]).toEqual([long.numberSid]);
});

it('what a demo left when it crashed waits for nobody', async () => {
  const { app, history, take } = await startCore();
  const { number } = await take();
  const [record] = await history.numbers(credentials.accountSid);
  if (record) await history.commit(demoAccountSid, { numbers: [{ ...record, id: 'of the demo' }] });
  expect(await app.requests['data.remaining'](undefined)).toEqual([{ account: credentials.accountSid, number }]);
});

describe('leaving an account', () => {
  it('is refused while it has numbers to give back', async () => {
    const { app, end, id } = await startLeased({}, remembered());
    expect(await app.handle('account.forget', undefined)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await app.handle('account.connect', other)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await app.handle('demo.start', undefined)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await end(id);
    expect(await app.handle('account.forget', undefined)).toEqual({ ok: true, value: null });
    expect(app.state()).toMatchObject({ account: { kind: 'none' }, leases: [], credentials: { source: 'none' } });
  });

  it('is refused when the environment would bring it back', async () => {
    const { app } = await startCore();
    const answer = await app.handle('account.forget', undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'CONFLICT', hint: expect.toSay('TWILIO_ACCOUNT_SID') } });
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
    const { app, take } = await startCore({ ...none, settings: firstSettings });
    await app.handle('demo.start', undefined);
    await take();
    await app.handle('demo.stop', undefined);
    expect(app.state()).toMatchObject({ account: { kind: 'none' }, settings: { setup: 'connect' } });
  });
});

it('the demo is marked as such, and left for the account from before', async () => {
  const { app } = await startCore();
  await app.handle('demo.start', undefined);
  expect(app.state()).toMatchObject({ demo: true, account: { kind: 'connected', name: 'Demo account' } });
  await settle(app.handle('demo.stop', undefined));
  expect(app.state()).toMatchObject({ demo: false, account: { kind: 'connected', name: 'Fake account' } });
});

describe('an ngrok token', () => {
  const token = 'ngrok-token-of-a-test';
  const onNgrok = { environment: { reception: 'ngrok' as const, publicUrl: null } };

  /** A core whose tunnel is on its way, and how its token is set and kept. */
  async function connecting(options: CoreOptions = { tunnel: { state: 'connecting' } }) {
    const core = await startCore({ ...onNgrok, ...options });
    const { app, secrets } = core;
    const set = (remember: boolean, given = token) => app.handle('ngrok.setToken', { token: given, remember });
    const says = async (state: TunnelState['state']) => {
      await core.tunnel({ state, url: state === 'online' ? 'https://x.ngrok.app' : null });
    };
    return { ...core, set, says, kept: () => [secrets.get('ngrok'), app.state().credentials.ngrokToken] };
  }

  it('is stored only once ngrok has let us in with it', async () => {
    const { set, says, kept } = await connecting();
    await set(true);
    expect(kept()).toEqual([undefined, 'session']);
    await says('failed');
    await says('degraded');
    expect(kept()).toEqual([undefined, 'session']);
    await says('online');
    expect(kept()).toEqual([token, 'stored']);
  });

  it('that is not to be remembered is never stored, and takes the place of one that was', async () => {
    const { set, says, kept } = await connecting();
    await set(true);
    await says('online');
    await set(false, 'another-ngrok-token');
    await says('online');
    expect(kept()).toEqual([undefined, 'session']);
  });

  it('that ngrok refuses leaves the one that works where it is', async () => {
    const { set, says, kept } = await connecting();
    await set(true);
    await says('online');
    await set(true, 'mistyped-ngrok-token');
    await says('failed');
    expect(kept()[0]).toBe(token);
  });

  it('is refused at once where it could not be stored', async () => {
    const { set, kept } = await connecting({ storage: 'unavailable' });
    expect(await set(true)).toMatchObject({ ok: false, error: { code: 'SECRET_STORAGE_UNAVAILABLE' } });
    expect(kept()).toEqual([undefined, 'none']);
    expect(await set(false)).toMatchObject({ ok: true });
    expect(kept()[0]).toBeUndefined();
  });

  it('that was forgotten meanwhile is not stored after all', async () => {
    const { app, set, says, kept } = await connecting();
    await set(true);
    await app.handle('ngrok.forgetToken', undefined);
    await says('online');
    expect(kept()).toEqual([undefined, 'none']);
  });
});

it('no secret is in the state, in an answer, or in the log', async () => {
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
