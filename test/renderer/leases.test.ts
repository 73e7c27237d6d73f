import { describe, expect, it } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { iso } from '../../electron/contract/time.ts';
import { groupLeases, isLate, newestCode, newestOf, olderCodes, otherCodes } from '../../renderer/state/leases.ts';
import { exampleCandidate, exampleLease, exampleMessage, exampleNow } from '../fakes/appState.ts';

function lease(id: string, startedAgo: number, patch: Partial<Lease> = {}): Lease {
  return exampleLease({ id, startedAt: iso(exampleNow - startedAgo), ...patch });
}

function codeAt(ago: number): Pick<Lease, 'latestCode'> {
  return { latestCode: { code: '1234', messageSid: 'SM1', receivedAt: iso(exampleNow - ago) } };
}

describe('the order of the numbers', () => {
  it('puts active ones first, and among them the one whose code came last', () => {
    const { current } = groupLeases([
      lease('releasing', 10, { state: 'releasing', ...codeAt(1) }),
      lease('buying', 5, { state: 'buying' }),
      lease('waiting, older', 40),
      lease('waiting, newer', 20),
      lease('code, older', 60, codeAt(9)),
      lease('code, newer', 90, codeAt(3)),
    ]);
    const order = ['code, newer', 'code, older', 'waiting, newer', 'waiting, older', 'buying', 'releasing'];
    expect(current.map(({ id }) => id)).toEqual(order);
  });

  it('keeps what is over apart, newest first', () => {
    const { current, ended } = groupLeases([
      lease('older', 90, { state: 'released' }),
      lease('newer', 30, { state: 'failed' }),
      lease('active', 10),
    ]);
    expect(current.map(({ id }) => id)).toEqual(['active']);
    expect(ended.map(({ id }) => id)).toEqual(['newer', 'older']);
  });
});

describe('the codes of a card', () => {
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: exampleMessage().receivedAt };
  const own = lease('lease-1', 10, { latestCode });
  const likely = exampleCandidate({ code: '7781', confidence: 0.6 });
  const unsure = exampleCandidate({ code: '2026', confidence: 0.1 });
  const first = exampleMessage({ candidates: [exampleCandidate(), likely, unsure] });
  const resent = exampleMessage({ sid: 'SM2', code: '112233', candidates: [], receivedAt: iso(exampleNow) });
  const chat = exampleMessage({ sid: 'SM3', code: null, candidates: [], receivedAt: iso(exampleNow) });

  it('are the sure ones of the newest message, and apart from them the codes of older ones', () => {
    const now = { latestCode: { code: '112233', messageSid: 'SM2', receivedAt: resent.receivedAt } };
    const newest = newestOf(lease('lease-1', 10, now), [resent, first]);
    if (newest === null) throw new Error('There is a message.');
    expect(newest).toMatchObject({ sid: 'SM2', code: '112233' });
    expect(otherCodes(newest)).toEqual([]);
    expect(olderCodes(lease('lease-1', 10, now), [resent, first], newest)).toEqual(['481920']);
  });

  it('do not hide that a newer message has none', () => {
    const newest = newestOf(own, [chat, first]);
    if (newest === null) throw new Error('There is a message.');
    expect(newest).toMatchObject({ sid: 'SM3', code: null });
    expect(olderCodes(own, [chat, first], newest)).toEqual(['481920']);
  });

  it('are known of a message that the state no longer holds', () => {
    expect(newestOf(own, [])).toEqual({ sid: 'SM1', receivedAt: first.receivedAt, code: '481920', message: null });
    expect(newestOf(lease('lease-1', 10), [])).toBeNull();
  });

  it('leave out what is hardly a code', () => {
    const newest = newestOf(own, [first]);
    expect(newest && otherCodes(newest)).toEqual(['7781']);
  });

  it('newest of all is that of the newest message that has one', () => {
    const messages = [exampleMessage({ sid: 'SM2', code: null }), exampleMessage()];
    expect(newestCode({ messages, leases: [] })?.code).toBe('481920');
    expect(newestCode({ messages: [], leases: [] })).toBeNull();
  });
});

describe('a number that waits for its SMS', () => {
  it('is late after 30 seconds', () => {
    expect(isLate(lease('lease-1', 29_999), [], exampleNow)).toBe(false);
    expect(isLate(lease('lease-1', 30_000), [], exampleNow)).toBe(true);
  });

  it('is not late once a message came, or once it is over', () => {
    expect(isLate(lease('lease-1', 50_000), [exampleMessage({ code: null })], exampleNow)).toBe(false);
    expect(isLate(lease('lease-1', 50_000, { state: 'released' }), [], exampleNow)).toBe(false);
  });
});
