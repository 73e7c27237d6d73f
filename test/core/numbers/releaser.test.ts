import { describe, expect, it } from 'vitest';
import { plainError, type AppError, type ErrorCode } from '../../../electron/contract/errors.ts';
import { unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startLeased, type CoreApp } from '../../support/coreApp.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

function refused(status = 403, code: ErrorCode = 'FORBIDDEN'): AppError {
  const twilio = { code: 20403, status, message: 'Number is ported and locked', moreInfo: null };
  return plainError(code, 'Twilio does not allow this account to do that.', 'See the Console.', { twilio });
}

/** A lease that is over, whose number Twilio does not take back. */
async function stuck(error: () => AppError) {
  const core = await startLeased();
  core.twilio.failNext('release', ...Array.from({ length: 2_000 }, () => error()));
  await core.end(core.id);
  return { ...core, tries: () => core.twilio.count('release') };
}

const notices = ({ app }: Pick<CoreApp, 'app'>) => app.state().notices.filter(({ id }) => id.startsWith('release '));

describe('a number that Twilio refuses to take back', () => {
  it('is told after three attempts, with Twilio’s own words and what is left to do', async () => {
    const core = await stuck(refused);
    expect(notices(core)).toEqual([]);
    await core.clock.advance(10_000);
    expect(core.tries()).toBe(3);
    expect(notices(core)).toMatchObject([
      {
        message: `Twilio refuses to take ${core.number} back: Number is ported and locked`,
        hint: expect.toSay(/^Release it in the Twilio Console/),
      },
    ]);
    const [owned] = await core.app.ownedNumbers();
    expect(owned?.problem).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Twilio refuses to take this number back.',
      hint: expect.toSay(/^Release it in the Twilio Console/),
      twilio: { message: 'Number is ported and locked' },
    });
    expect(core.app.lease(core.id)).toMatchObject({ state: 'releasing', problem: owned?.problem });
  });

  it('is tried ever more rarely, about once a day in the end, and never forgotten', async () => {
    const { clock, tries, twilio, app, id } = await stuck(refused);
    await clock.advance(20 * minute);
    expect(tries()).toBe(3);
    await clock.advance(3 * day);
    const then = tries();
    expect(then).toBeGreaterThan(5);
    await clock.advance(10 * day);
    expect(tries() - then).toBeGreaterThanOrEqual(9);
    expect(tries() - then).toBeLessThanOrEqual(21);
    twilio.heal();
    await clock.advance(day);
    expect(app.lease(id).state).toBe('released');
    expect(notices({ app })).toEqual([]);
  });

  it('is not tried at each wake, but at once when a person asks for it', async () => {
    const { app, clock, tries, twilio } = await stuck(refused);
    await clock.advance(minute);
    await settle(app.wake());
    expect(tries()).toBe(3);
    const [owned] = await app.ownedNumbers();
    twilio.heal();
    await settle(app.ownership.release(owned?.sid ?? ''));
    expect(tries()).toBe(4);
    expect(twilio.owned.size).toBe(0);
  });

  it('is told again after a restart, and tried then', async () => {
    const { clock, tries, restart } = await stuck(refused);
    await clock.advance(minute);
    const before = tries();
    const next = await restart();
    expect(tries()).toBe(before + 1);
    expect(notices(next)).toHaveLength(1);
  });

  it('is done with once somebody has released it in the Console, and in the ledger once', async () => {
    const { app, clock, tries, twilio } = await stuck(refused);
    await clock.advance(minute);
    twilio.owned.clear();
    await clock.advance(10 * minute);
    expect(notices({ app })).toEqual([]);
    const before = tries();
    await clock.advance(3 * day);
    expect(tries()).toBe(before);
    const { entries } = await app.requests['ledger.list']({ limit: 50 });
    expect(entries.filter(({ kind }) => kind === 'released')).toHaveLength(1);
  });

  it('does not hold up the end of the app', async () => {
    const { app, clock } = await stuck(refused);
    await clock.advance(minute);
    await app.stop();
    expect(clock.waiting).toBe(0);
  });
});

it.each([
  ['cannot be reached', unreachable],
  ['asks for patience', () => refused(429, 'RATE_LIMITED')],
  ['took too long', () => refused(408, 'TWILIO_ERROR')],
  ['has a problem of its own', () => refused(503, 'TWILIO_ERROR')],
  ['does not accept the credentials', () => refused(401, 'INVALID_CREDENTIALS')],
  ['has suspended the account', () => refused(403, 'ACCOUNT_SUSPENDED')],
])('a number is tried every few minutes while Twilio %s', async (_what, error) => {
  const core = await stuck(error);
  await core.clock.advance(minute);
  expect(notices(core)).toMatchObject([{ message: expect.toSay('could not be given back to Twilio yet') }]);
  const before = core.tries();
  await core.clock.advance(hour);
  expect(core.tries() - before).toBeGreaterThanOrEqual(12);
});

it('a number that could not be given back is not told of once it is gone, nor again after that was dismissed', async () => {
  const core = await stuck(unreachable);
  await core.clock.advance(minute);
  const id = notices(core)[0]?.id ?? '';
  await core.app.requests['notices.dismiss']({ id });
  await core.clock.advance(hour);
  expect(notices(core)).toEqual([]);
  expect(core.app.lease(core.id)).toMatchObject({ state: 'releasing', problem: { code: 'TWILIO_UNREACHABLE' } });
  core.twilio.heal();
  await core.clock.advance(10 * minute);
  expect(notices(core)).toEqual([]);
  expect(core.app.lease(core.id)).toMatchObject({ state: 'released', problem: null });
});

it('a number that could not be given back is not told of beside the outage that is the reason', async () => {
  const core = await stuck(unreachable);
  core.twilio.failNext('account', ...Array.from({ length: 3 }, unreachable));
  await core.app.requests['account.retry'](undefined);
  await core.clock.advance(5_000);
  expect(core.app.state().account.kind).toBe('failed');
  expect(notices(core)).toEqual([]);
  await core.clock.advance(minute);
  expect(core.app.state().account.kind).toBe('connected');
  expect(notices(core)).toHaveLength(1);
});

it('a number that fails first and is refused then is told anew', async () => {
  const core = await stuck(unreachable);
  await core.clock.advance(minute);
  core.twilio.heal();
  core.twilio.failNext('release', ...Array.from({ length: 9 }, () => refused()));
  await core.clock.advance(10 * minute);
  expect(notices(core)).toMatchObject([{ message: expect.toSay('refuses to take') }]);
});
