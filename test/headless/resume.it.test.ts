import { once } from 'node:events';
import { describe, expect } from 'vitest';
import { eventsOf, it } from './harness.ts';

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

  it('after a restart, or with a cursor that never was, is told that something may be missing', async ({ own }) => {
    const feed = await eventsOf(own.host);
    const { cursor } = await feed.until(({ type }) => type === 'state');
    await own.restart();
    for (const after of [cursor, 'nonsense', '']) {
      const { all, until } = await eventsOf(own.host, after);
      await until(({ type }) => type === 'state');
      expect(all[0]).toMatchObject({ type: 'state', complete: false, state: { leases: [] } });
    }
  });
});
