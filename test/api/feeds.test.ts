import { describe, expect, it } from 'vitest';
import { EventLog } from '../../electron/api/eventLog.ts';
import { mayKnow } from '../../electron/api/eventsSocket.ts';
import { Feeds, type Feed } from '../../electron/api/feeds.ts';
import { settle } from '../fakes/manualClock.ts';
import { deskFor } from '../support/desk.ts';

/** What a holder is told, as it stands in the feed. */
async function sharedHost() {
  const desk = await deskFor({ settings: { policy: 'keep' } });
  await desk.token('ci');
  await desk.token('web');
  const feeds = new Feeds(desk.app);
  const lease = async (requestId: string, holder: string | null) => {
    const outcome = desk.ask(requestId, {}, holder);
    await settle();
    return { id: outcome.lease?.id ?? '', number: outcome.lease?.number ?? '' };
  };
  const told: string[] = [];
  const ofCi = feeds.of('ci');
  ofCi.onState(() => told.push('state'));
  new EventLog(desk.app).follow(desk.app.changes.here(), {
    tell: (change) => void (mayKnow('ci', change) && told.push(change.type)),
    ready: () => Promise.resolve(),
    failed: () => told.push('failed'),
  });
  return { ...desk, feeds, ofCi, lease, told };
}

const seen = (feed: Feed) => JSON.stringify(feed.state());

describe('a token with a name', () => {
  it('is told nothing of what others do, and sees no count that it moves', async () => {
    const { app, clock, feeds, ofCi, lease, sms, told } = await sharedHost();
    const own = await lease('a', 'ci');
    await sms({ to: own.number });
    await settle();
    const before = seen(ofCi);
    told.length = 0;
    for (const holder of ['web', null]) {
      const { id, number } = await lease(`of ${holder}`, holder);
      await sms({ to: number });
      await app.leases.extend(id, 60);
      await app.deleteMessages([app.state().messages[0]?.sid ?? '']);
      await app.leases.end(id);
      await app.requests['settings.update']({ leasesAtOnce: 40 });
      await clock.advance(30_000);
    }
    expect(told).toEqual([]);
    expect(seen(ofCi)).toBe(before);
    expect(feeds.of('ci')).toBe(ofCi);
  });

  it('is not told when messages of others push its own out of view', async () => {
    const { ofCi, lease, sms, told } = await sharedHost();
    const [own, other] = [await lease('a', 'ci'), await lease('b', 'web')];
    await sms({ to: own.number });
    await settle();
    told.length = 0;
    const { revision } = ofCi.state();
    for (let i = 0; i < 110; i += 1) await sms({ to: other.number });
    await settle();
    expect(told).toEqual([]);
    expect(ofCi.state()).toMatchObject({ revision, messages: [{ to: own.number }] });
  });

  it('is told of its own, with a count that goes on by one', async () => {
    const { app, ofCi, lease, sms, told } = await sharedHost();
    const { revision } = ofCi.state();
    const { id, number } = await lease('a', 'ci');
    await lease('b', 'web');
    await settle();
    told.length = 0;
    await sms({ to: number });
    await settle();
    expect(told.filter((type) => type !== 'state')).toEqual(['lease', 'message']);
    expect(ofCi.state()).toMatchObject({ leases: [{ id }], messages: [{ leaseId: id }] });
    expect(ofCi.state().revision).toBeGreaterThan(revision);
    told.length = 0;
    await app.deleteMessages([ofCi.state().messages[0]?.sid ?? '']);
    await settle();
    expect(told).toContain('state');
    expect(ofCi.state().messages).toEqual([]);
  });

  it('is told how the host is, and whether the list is read for a lease of its own', async () => {
    const { ofCi, lease, told, tunnel } = await sharedHost();
    await tunnel({ state: 'failed', url: null });
    await settle();
    expect(ofCi.state()).toMatchObject({ tunnel: { state: 'failed' }, polling: false });
    told.length = 0;
    await lease('a', 'web');
    expect([told, ofCi.state().polling]).toEqual([[], false]);
    await lease('b', 'ci');
    expect(ofCi.state().polling).toBe(true);
  });

  it('begins anew when another one gets its name', async () => {
    const { app, feeds, ofCi, lease, token } = await sharedHost();
    await lease('a', 'ci');
    await app.sharing.remove('ci');
    await token('ci');
    expect(feeds.of('ci')).not.toBe(ofCi);
    expect(feeds.of('ci').state().revision).toBe(1);
  });
});
