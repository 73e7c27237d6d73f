import { describe, expect, it, vi } from 'vitest';
import { iso } from '../../electron/contract/time.ts';
import { createClient } from '../../renderer/client.ts';
import { dayHeading } from '../../renderer/features/inbox/days.ts';
import { MessageFeed, replaceBetween, withArrived } from '../../renderer/features/inbox/messageFeed.ts';
import { exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';
import { installFakeBridge } from '../fakes/fakeBridge.ts';

const at = (minutes: number) => iso(exampleNow - minutes * 60_000);
const message = (minutes: number, sid = `SM${minutes}`) => exampleMessage({ sid, receivedAt: at(minutes) });
const sidsOf = (feed: MessageFeed) => feed.view().messages.map(({ sid }) => sid);

/** A feed of messages that are one minute apart. */
function feedOf(count: number) {
  const bridge = installFakeBridge(
    exampleState({ messages: Array.from({ length: count }, (_, index) => message(index)) }),
  );
  return { bridge, feed: new MessageFeed(createClient(bridge), {}, []) };
}

describe('the messages of a filter', () => {
  it('come page by page, until the oldest', async () => {
    const { bridge, feed } = feedOf(250);
    await feed.more();
    expect([feed.view().messages.length, feed.view().ended]).toEqual([100, false]);
    await feed.more();
    expect([feed.view().messages.length, feed.view().ended]).toEqual([250, true]);
    await feed.more();
    expect(bridge.calls).toHaveLength(2);
  });

  it('get those that come, wherever their time puts them, and lose those that no longer match', async () => {
    const { bridge, feed } = feedOf(3);
    await feed.more();
    bridge.receive(message(-1, 'SMnew'));
    feed.changed(at(-1));
    bridge.update({ messages: bridge.state().messages.filter(({ sid }) => sid !== 'SM1') });
    feed.changed(at(1));
    await feed.more();
    expect(sidsOf(feed)).toEqual(['SMnew', 'SM0', 'SM2']);
  });

  it('leave what is older than the last page to a later page', async () => {
    const { bridge, feed } = feedOf(150);
    await feed.more();
    bridge.update({ messages: [...bridge.state().messages, message(200, 'SMold')] });
    const read = vi.fn();
    feed.subscribe(read);
    feed.changed(at(200));
    await expect.poll(() => read).toHaveBeenCalled();
    expect(sidsOf(feed)).not.toContain('SMold');
    await feed.more();
    expect(sidsOf(feed).at(-1)).toBe('SMold');
  });

  it('are not said to be on their way, nor asked for a hundred at a time, for one that comes', async () => {
    const { bridge, feed } = feedOf(150);
    await feed.more();
    const busy: boolean[] = [];
    feed.subscribe(() => busy.push(feed.view().loading));
    bridge.receive(message(-1, 'SMnew'));
    feed.changed(at(-1));
    await expect.poll(() => busy).toEqual([false]);
    expect(sidsOf(feed)[0]).toBe('SMnew');
    expect(bridge.calls.at(-1)?.input).toMatchObject({ limit: 10 });
  });

  it('are read again after a failure, also those that came meanwhile', async () => {
    const { bridge, feed } = feedOf(2);
    await feed.more();
    const { request } = bridge;
    const error = exampleFailure('No.');
    bridge.request = () => Promise.resolve({ ok: false, error });
    bridge.receive(message(-1, 'SMnew'));
    feed.changed(at(-1));
    await feed.retry();
    expect(feed.view().failure).toEqual(error);
    bridge.request = request;
    await feed.retry();
    expect([sidsOf(feed), feed.view().failure]).toEqual([['SMnew', 'SM0', 'SM1'], null]);
  });

  it('lose those that are deleted at once', async () => {
    const { feed } = feedOf(3);
    await feed.more();
    feed.drop(['SM1', 'SM9']);
    expect(sidsOf(feed)).toEqual(['SM0', 'SM2']);
  });

  it('take those that arrive as they are, all of a turn at once, without asking the host', async () => {
    const { bridge, feed } = feedOf(150);
    await feed.more();
    const shown: number[] = [];
    feed.subscribe(() => shown.push(feed.view().messages.length));
    for (const minutes of [-1, -2, -3]) feed.arrived(message(minutes));
    feed.arrived(message(200, 'SMold'));
    await expect.poll(() => shown).toEqual([103]);
    expect(sidsOf(feed).slice(0, 4)).toEqual(['SM-3', 'SM-2', 'SM-1', 'SM0']);
    expect(bridge.calls).toHaveLength(1);
  });

  it('lose none that arrives while a page is on its way', async () => {
    const { feed } = feedOf(3);
    const reading = feed.more();
    feed.arrived(message(-1, 'SMnew'));
    await reading;
    await expect.poll(() => sidsOf(feed)).toEqual(['SMnew', 'SM0', 'SM1', 'SM2']);
  });

  it('are asked for when they arrive to a filter', async () => {
    const { bridge } = feedOf(3);
    const feed = new MessageFeed(createClient(bridge), { withCode: true }, []);
    await feed.more();
    const none = exampleMessage({ sid: 'SMnone', code: null, receivedAt: at(-2) });
    for (const one of [message(-1, 'SMnew'), none]) {
      bridge.receive(one);
      feed.arrived(one);
    }
    await expect.poll(() => sidsOf(feed)).toEqual(['SMnew', 'SM0', 'SM1', 'SM2']);
  });

  it('stand by their time, the last to arrive first; one that is known keeps its place', () => {
    const list = [message(0, 'SMa'), message(0, 'SMb'), message(2), message(4)];
    const changed = exampleMessage({ sid: 'SMb', receivedAt: at(0), leaseId: 'another' });
    const after = withArrived(list, [message(0, 'SMc'), message(3, 'SMd'), message(0, 'SMe'), changed]);
    expect(after.map(({ sid }) => sid)).toEqual(['SMe', 'SMc', 'SMa', 'SMb', 'SM2', 'SMd', 'SM4']);
    expect(after[3]).toBe(changed);
  });

  it('are replaced between two times, both included', () => {
    const before = [message(1), message(2), message(3), message(4)];
    const found = [message(2, 'SMx'), message(3, 'SMy')];
    expect(replaceBetween(before, found, at(3), at(2)).map(({ sid }) => sid)).toEqual(['SM1', 'SMx', 'SMy', 'SM4']);
  });
});

describe('a day', () => {
  it('is named above its first message alone', () => {
    expect(dayHeading(message(0), undefined, exampleNow)).toBe('Today');
    expect(dayHeading(message(1), message(0), exampleNow)).toBeNull();
    expect(dayHeading(message(60 * 24), message(1), exampleNow)).toBe('Yesterday');
    expect(dayHeading({ receivedAt: '2025-12-24T12:00:00Z' }, message(1), exampleNow)).toContain('2025');
  });
});
