import { describe, expect, it } from 'vitest';
import { EventLog, type Told } from '../../electron/api/eventLog.ts';
import { mayKnow } from '../../electron/api/eventsSocket.ts';
import { settle } from '../fakes/manualClock.ts';
import { deskFor } from '../support/desk.ts';

async function logForTest() {
  const desk = await deskFor({ settings: { policy: 'keep' } });
  const log = new EventLog(desk.app);
  const { lease } = await desk.asked('a');
  const say = async (count: number) => {
    for (let i = 0; i < count; i += 1) await desk.sms({ to: lease?.number ?? '' });
    await settle();
  };
  /** What is told after a revision; 'failed' when it cannot be. */
  const follow = (from: bigint, ready = () => Promise.resolve()) => {
    const told: (Told | 'failed')[] = [];
    const end = log.follow(from, {
      tell: (change) => void told.push(change),
      ready,
      failed: () => void told.push('failed'),
    });
    return { told, end };
  };
  return { ...desk, log, say, follow, here: () => desk.app.changes.here() };
}

const sidsIn = (told: readonly (Told | 'failed')[]) =>
  told.flatMap((change) => (change !== 'failed' && change.type === 'message' ? [change.message.sid] : []));

describe('the log of events', () => {
  it('tells whoever comes, from wherever they were, all that came since, once and in order', async () => {
    const { say, follow, here } = await logForTest();
    const from = [here()];
    for (let i = 0; i < 5; i += 1) {
      await say(3);
      from.push(here());
    }
    const first = from.map((at) => follow(at));
    await say(2);
    const second = from.map((at) => follow(at));
    await say(2);
    await settle();
    const [{ told: whole } = { told: [] }] = first;
    expect(new Set(sidsIn(whole)).size).toBe(19);
    for (const all of [first, second])
      for (const [seen, { told }] of all.entries()) expect(sidsIn(told)).toEqual(sidsIn(whole).slice(3 * seen));
  });

  it('tells a long past piece by piece, as fast as it is taken, while others are told what happens', async () => {
    const { say, follow, here } = await logForTest();
    const start = here();
    await say(1_100);
    const sizes: number[] = [];
    const { told } = follow(start, async () => {
      sizes.push(told.length);
      if (sizes.length < 3) await say(1);
    });
    const live = follow(here());
    await expect.poll(() => sidsIn(told).length).toBe(1_102);
    expect(sizes.slice(0, 2)).toEqual([500, 1_000]);
    expect(new Set(sidsIn(told)).size).toBe(1_102);
    expect(sidsIn(live.told)).toEqual(sidsIn(told).slice(-2));
  });

  it('tells those who come with a name of their own leases alone', async () => {
    const { asked, token, sms, follow, here } = await logForTest();
    await token('ci');
    const { told } = follow(here());
    const own = await asked('b', {}, 'ci');
    const other = await asked('c');
    for (const { lease } of [own, other]) await sms({ to: lease?.number ?? '' });
    await sms({ to: '+14155550199' });
    await settle();
    const known = told.filter((change) => change !== 'failed' && mayKnow('ci', change));
    expect(sidsIn(told)).toHaveLength(3);
    expect(sidsIn(known)).toHaveLength(1);
    const ids = known.flatMap((change) => (change !== 'failed' && change.lease ? change.lease.id : []));
    expect(new Set(ids)).toEqual(new Set([own.lease?.id]));
  });

  it('tells each state of a lease that comes while it is followed, and what became of it to who comes later', async () => {
    const { app, asked, follow, here } = await logForTest();
    const start = here();
    const live = follow(start);
    const { lease } = await asked('b', { policy: 'release' });
    await app.leases.end(lease?.id ?? '');
    await settle();
    const statesIn = ({ told }: typeof live) =>
      told.flatMap((change) =>
        change !== 'failed' && change.lease && change.lease.id === lease?.id ? change.lease.state : [],
      );
    expect(statesIn(live)).toEqual(['buying', 'active', 'expired', 'releasing', 'released']);
    const late = follow(start);
    await settle();
    expect(statesIn(late)).toEqual(['released']);
  });

  it('says that it cannot tell when the history cannot be read, and goes on with who comes back', async () => {
    const { history, say, follow, here } = await logForTest();
    const start = here();
    const read = history.changes;
    history.changes = () => Promise.reject(new Error('The disk is gone.'));
    const gone = follow(start);
    await say(1);
    expect(gone.told).toEqual(['failed']);
    history.changes = read;
    const back = follow(start);
    await settle();
    expect(sidsIn(back.told)).toHaveLength(1);
    await say(1);
    expect(sidsIn(back.told)).toHaveLength(2);
    expect(gone.told).toEqual(['failed']);
  });

  it('sends away whoever follows when the account is another one, and their cursors are for the old one', async () => {
    const { app, take } = await deskFor();
    const log = new EventLog(app);
    const cursor = app.changes.cursorOf(app.changes.here());
    expect(app.changes.revisionOf(cursor)).not.toBeNull();
    const told: (Told | 'failed')[] = [];
    log.follow(app.changes.here(), {
      tell: (change) => void told.push(change),
      ready: () => Promise.resolve(),
      failed: () => void told.push('failed'),
    });
    await app.connection.startEmulated('demo');
    await take();
    await settle();
    expect(told.at(-1)).toBe('failed');
    expect(app.changes.revisionOf(cursor)).toBeNull();
  });

  it('says nothing any more to who has gone, or once it is closed', async () => {
    const { log, say, follow, here } = await logForTest();
    const [gone, there] = [follow(here()), follow(here())];
    gone.end();
    await say(1);
    log.close();
    await say(1);
    expect([sidsIn(gone.told).length, sidsIn(there.told).length]).toEqual([0, 1]);
  });
});
