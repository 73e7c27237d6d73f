import type { MessagesChange } from '../../electron/contract/messages.ts';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../electron/contract/state.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startLeased } from '../support/coreApp.ts';

async function withTwo() {
  const core = await startLeased({ ttlSeconds: 600 }, { settings: { policy: 'keep' } });
  const [one, two] = ['111111', '222222'].map((code) =>
    smsOf({ to: core.number, sid: `SM${code}`, body: `Your code is ${code}` }, core.clock),
  ) as [ReturnType<typeof smsOf>, ReturnType<typeof smsOf>];
  await core.gate.receive(one);
  await core.clock.advance(1000);
  two.receivedAt = new Date(core.clock.now()).toISOString();
  await settle(core.gate.receive(two));
  return { ...core, one, two };
}

describe('a deleted message', () => {
  it('is gone from view, and its lease shows the code before', async () => {
    const { app, id, one, two } = await withTwo();
    const changes: MessagesChange[] = [];
    app.on('messagesChanged', (change) => changes.push(change));
    expect(app.lease(id).latestCode?.code).toBe('222222');
    expect(await settle(app.deleteMessages([two.sid]))).toBe(1);
    expect(app.lease(id).latestCode?.code).toBe('111111');
    expect(app.state().messages.map(({ sid }) => sid)).toEqual([one.sid]);
    expect(await app.deleteMessages([one.sid])).toBe(1);
    expect(app.lease(id).latestCode).toBeNull();
    expect(changes.map(({ deleted }) => deleted)).toEqual([[two.sid], [one.sid]]);
  });

  it('does not come back, be it sent, polled, listed or looked for', async () => {
    const { app, clock, gate, id, two, twilio, tunnel } = await withTwo();
    await app.deleteMessages([two.sid]);
    const told: Message[] = [];
    app.on('message', (message) => told.push(message));
    twilio.inbound.push(two);
    expect(await gate.receive(two)).toBe('duplicate');
    expect(await app.requests['messages.check']({ lease: id })).toEqual({ found: 0 });
    expect(await app.requests['messages.check']({})).toEqual({ found: 0 });
    await tunnel({ state: 'degraded', url: null });
    await clock.advance(30_000);
    expect(app.state().polling).toBe(true);
    await tunnel({});
    expect(app.state().messages.map(({ code }) => code)).toEqual(['111111']);
    expect(told).toEqual([]);
  });

  it('can be had back for a minute, and is not told as one that came', async () => {
    const { app, clock, id, two } = await withTwo();
    const told: Message[] = [];
    app.on('message', (message) => told.push(message));
    await app.deleteMessages([two.sid]);
    await clock.advance(59_000);
    expect(await settle(app.requests['messages.restore']({ sids: [two.sid] }))).toEqual({ restored: 1 });
    expect(app.lease(id).latestCode?.code).toBe('222222');
    expect(app.state().messages.map(({ code }) => code)).toEqual(['222222', '111111']);
    expect(told).toEqual([]);
    await app.deleteMessages([two.sid]);
    await clock.advance(61_000);
    expect(await app.requests['messages.restore']({ sids: [two.sid] })).toEqual({ restored: 0 });
    expect(app.state().messages).toHaveLength(1);
  });

  it('makes room in view for an older one, also when many are deleted at once', async () => {
    const { app, clock, gate } = await withTwo();
    const sids = Array.from({ length: 120 }, (_, index) => `SM9${index}`);
    for (const sid of sids) {
      await clock.advance(1000);
      await gate.receive(smsOf({ sid, to: '+19995550100', body: `Hello ${sid}` }, clock));
    }
    expect(app.state().messages).toHaveLength(100);
    await Promise.all(sids.slice(60).map((sid) => app.deleteMessages([sid])));
    const left = [...sids.slice(0, 60).toReversed(), 'SM222222', 'SM111111'];
    expect(app.state().messages.map(({ sid }) => sid)).toEqual(left);
  });

  it('does not keep the app from ending', async () => {
    const { app, clock, two } = await withTwo();
    await app.deleteMessages([two.sid]);
    await app.stop();
    expect(clock.waiting).toBe(0);
  });
});

describe('all messages', () => {
  it('are gone at once, with the codes of running leases, and cannot be had back', async () => {
    const { app, id, one, two } = await withTwo();
    await app.deleteMessages([two.sid]);
    const changes: MessagesChange[] = [];
    app.on('messagesChanged', (change) => changes.push(change));
    expect(await settle(app.requests['messages.deleteAll']({}))).toEqual({ deleted: 1 });
    expect([app.lease(id).latestCode, app.state().messages]).toEqual([null, []]);
    expect(changes.map(({ deleted }) => deleted)).toEqual([[one.sid]]);
    expect(await app.requests['messages.restore']({ sids: [one.sid, two.sid] })).toEqual({ restored: 0 });
  });

  it('do not come back from Twilio’s list, however old a lease is', async () => {
    const { app, clock, gate, id, one, two, twilio } = await withTwo();
    await app.leases.pin(id, true);
    await clock.advance(9 * 86_400_000);
    await app.deleteAllMessages();
    twilio.inbound.push(one, two);
    expect(await gate.receive(one)).toBe('duplicate');
    expect(await app.requests['messages.check']({ lease: id })).toEqual({ found: 0 });
    expect(await app.requests['messages.check']({})).toEqual({ found: 0 });
  });

  it('to one number are gone, and no others', async () => {
    const { app, clock, gate, number } = await withTwo();
    await settle(gate.receive(smsOf({ sid: 'SM3', to: '+19995550100' }, clock)));
    expect(await settle(app.deleteAllMessages(number))).toBe(2);
    expect(app.state().messages.map(({ sid }) => sid)).toEqual(['SM3']);
    expect(await app.handle('messages.deleteAll', { nmuber: number })).toMatchObject({ ok: false });
    expect(await app.handle('messages.deleteAll', { number: 'all' })).toMatchObject({ ok: false });
  });

  it('leave none in view that came at the same moment and was deleted with them', async () => {
    const { app, clock, gate } = await withTwo();
    const coming = gate.receive(smsOf({ sid: 'SM3', to: '+19995550100' }, clock));
    const clearing = app.deleteAllMessages();
    const after = gate.receive(smsOf({ sid: 'SM4', to: '+19995550100' }, clock));
    await settle(Promise.all([coming, clearing, after]));
    const { messages } = await app.listMessages({ limit: 50 });
    expect(app.state().messages.map(({ sid }) => sid)).toEqual(messages.map(({ sid }) => sid));
  });
});
