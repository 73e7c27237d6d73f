import { once } from 'node:events';
import { describe, expect } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { eventsOf, hostForTest, it } from './harness.ts';
import { guestOf } from './sharing.ts';

describe('who comes back to the events', () => {
  it('is told what was missed, once and in order, and then what happens', async ({ host, emulator, lease }) => {
    const { id, number } = await lease();
    const sms = (body: string) => emulator.sendSms({ to: number ?? '', body });
    const first = await eventsOf(host);
    await sms('Your code is 111111');
    const { cursor } = await first.until(({ message }) => message?.code === '111111');
    first.socket.close();
    await once(first.socket, 'close');
    await sms('Your code is 222222');
    await sms('Your code is 333333');

    const second = await eventsOf(host, cursor);
    await second.until(({ message }) => message?.code === '333333');
    expect(second.all[0]).toMatchObject({ type: 'state', complete: true });
    await sms('Your code is 444444');
    const last = await second.until(({ message }) => message?.code === '444444');
    const codes = second.all.flatMap(({ message }) => message?.code ?? []);
    expect(codes).toEqual(['222222', '333333', '444444']);
    const ofLease = second.all.filter((event) => event.lease?.id === id);
    expect(ofLease.at(-1)?.lease?.latestCode?.code).toMatch(/444444|333333/);

    const third = await eventsOf(host, last.cursor);
    await sms('Your code is 555555');
    await third.until(({ message }) => message?.code === '555555');
    expect(third.all.flatMap(({ message }) => message?.code ?? [])).toEqual(['555555']);
  });

  it('is told what was missed after a restart of the host, too, and a named token its own alone', async ({ own }) => {
    const ci = await guestOf(own, 'ci');
    const [ofHost, ofCi] = [await own.lease(), await ci.lease()];
    const sms = ({ number }: Lease, body: string) => own.emulator.sendSms({ to: number ?? '', body });
    const asCi = () => ({ ...own.host, token: ci.token });
    const feeds = [await eventsOf(own.host), await eventsOf(asCi())];
    await sms(ofHost, 'Your code is 111111');
    await sms(ofCi, 'Your code is 222222');
    const seen = await Promise.all(feeds.map((feed) => feed.until(({ message }) => message?.code === '222222')));
    const [ofHosts, ofCis] = seen.map(({ cursor }) => cursor);
    for (const { socket } of feeds) socket.terminate();
    await sms(ofHost, 'Your code is 333333');
    await sms(ofCi, 'Your code is 444444');
    await own.call('DELETE', `/v1/leases/${ofHost.id}`);
    await own.restart();
    await sms(ofCi, 'Your code is 555555');

    const host = await eventsOf(own.host, ofHosts);
    const guest = await eventsOf(asCi(), ofCis);
    for (const [feed, codes] of [
      [host, ['333333', '444444', '555555']],
      [guest, ['444444', '555555']],
    ] as const) {
      await feed.until(({ message }) => message?.code === '555555');
      expect(feed.all[0]).toMatchObject({ type: 'state', complete: true });
      expect(feed.all.flatMap(({ message }) => message?.code ?? [])).toEqual(codes);
    }
    const ended = await host.until(({ lease }) => lease?.id === ofHost.id && lease.state === 'released');
    expect(ended.lease).toMatchObject({ latestCode: { code: '333333' } });
    expect(JSON.stringify(guest.all)).not.toContain(ofHost.id);
  });

  it('with a cursor that never was is told that something may be missing', async ({ own }) => {
    const other = await hostForTest();
    const { cursor } = await (await eventsOf(other.host)).until(({ type }) => type === 'state');
    for (const after of [cursor, 'nonsense', '']) {
      const { all, until } = await eventsOf(own.host, after);
      await until(({ type }) => type === 'state');
      expect(all[0]).toMatchObject({ type: 'state', complete: false, state: { leases: [] } });
    }
  });
});
