import { describe, expect, it } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { settle } from '../fakes/manualClock.ts';
import { credentials, smsOf, startCore, startLeased } from '../support/coreApp.ts';

describe('a message', () => {
  it('shows its code on the lease that it is for', async () => {
    const { app, sms, id, number } = await startLeased();
    await settle(sms({ to: number }));
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913' });
    expect(app.state().messages[0]).toMatchObject({ leaseId: id, code: '482913', source: 'webhook' });
    expect(app.state().leases[0]?.latestCode?.code).toBe('482913');
  });

  it('that Twilio sends twice, even at once, arrives once', async () => {
    const { app, gate, clock, number } = await startLeased();
    const message = smsOf({ to: number }, clock);
    const seen: string[] = [];
    app.on('message', ({ sid }) => seen.push(sid));
    const outcomes = await Promise.all([1, 2, 3].map(() => gate.receive(message)));
    expect(outcomes).toEqual(['stored', 'duplicate', 'duplicate']);
    expect(seen).toEqual([message.sid]);
    expect((await app.listMessages({ limit: 50 })).messages).toHaveLength(1);
  });

  it('has links, of which the host opens one by its place, and nothing else', async () => {
    const opened: string[] = [];
    const openLink = async (url: string) => void opened.push(url);
    const { app, sms, number } = await startLeased({}, { tools: { openLink } });
    await sms({ to: number, sid: 'SM1', body: 'https://lumora.example/a https://lumora.example/b' });
    const open = (sid: string, index: number) => app.handle('messages.openLink', { sid, index });
    expect(app.state().capabilities.links).toBe('host');
    expect(await open('SM1', 1)).toEqual({ ok: true, value: null });
    expect(await open('SM1', 2)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await open('SM2', 0)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await app.handle('messages.openLink', { sid: 'SM1', url: 'https://evil.example' })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    expect(opened).toEqual(['https://lumora.example/b']);
  });

  it('for no lease is kept and shown as such', async () => {
    const { app, sms } = await startCore();
    await sms({ to: '+19995550100', body: 'Hello there' });
    expect(app.state().messages[0]).toMatchObject({ leaseId: null, code: null, body: 'Hello there' });
  });

  it('that is quicker than the answer of the purchase finds its lease', async () => {
    const { app, twilio, sms, take } = await startCore();
    const letGo = twilio.hold('purchase');
    const starting = take();
    await settle();
    await sms({ to: '+919000000001' });
    expect(app.state().messages[0]?.leaseId).toBeNull();
    letGo();
    const { id } = await starting;
    expect(app.lease(id).latestCode?.code).toBe('482913');
    expect(app.state().messages).toHaveLength(1);
    expect(app.state().messages[0]?.leaseId).toBe(id);
  });

  it('to a number that was leased twice belongs to the lease of its time', async () => {
    const { app, clock, sms, twilio, take } = await startCore();
    twilio.forSale.set('IN mobile', ['+919000000001']);
    const first = await take();
    const then = new Date(clock.now() + 30_000).toISOString();
    await clock.advance(120_000);
    const second = await take();
    await sms({ to: '+919000000001', receivedAt: then, body: 'Your code is 111111' });
    await sms({ to: '+919000000001', body: 'Your code is 222222' });
    expect([app.lease(first.id).latestCode?.code, app.lease(second.id).latestCode?.code]).toEqual(['111111', '222222']);
  });

  it('is not acknowledged and not shown when it cannot be stored', async () => {
    const { app, history, sms } = await startCore();
    history.addMessage = () => Promise.reject(plainError('STORAGE_FAILED', 'The disk is full.', 'Make room.'));
    await expect(sms({ to: '+919000000001' })).rejects.toThrow('The disk is full.');
    expect(app.state().messages).toEqual([]);
  });

  it('is still there after a restart, with its code', async () => {
    const { sms, restart, id, number } = await startLeased();
    await sms({ to: number });
    const { app } = await restart();
    expect(app.state().messages[0]?.code).toBe('482913');
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('of an account that is not connected now is kept, but not shown', async () => {
    const { app, history, sms } = await startCore();
    const other = `AC${'f'.repeat(32)}`;
    await sms({ to: '+19995550100', accountSid: other });
    expect(app.state().messages).toEqual([]);
    expect((await history.messages({ account: other, limit: 5 })).messages).toHaveLength(1);
    expect(credentials.accountSid).not.toBe(other);
  });

  it('hides nothing behind a NUL: its code is found, and so is the message', async () => {
    const { app, sms, number } = await startLeased();
    await sms({ to: number, from: 'AB\0CD', body: 'Hello\0 your code is 482913' });
    expect(app.state().messages[0]).toMatchObject({ code: '482913', from: 'AB\ufffdCD' });
    const found = await app.handle('messages.list', { search: 'your code' });
    expect(found).toMatchObject({ ok: true, value: { messages: [{ body: 'Hello\ufffd your code is 482913' }] } });
  });
});
