import { describe, expect, it } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { iso } from '../../electron/contract/time.ts';
import { filterLeases, listLeases } from '../../renderer/state/leaseList.ts';
import { leaseSorts } from '../../renderer/state/leaseSort.ts';
import { exampleLease, exampleNow } from '../fakes/appState.ts';

const india = exampleLease({ id: 'india', number: '+919876543210', country: 'IN', label: 'checkout 10' });
const coded = exampleLease({
  id: 'coded',
  number: '+14155550177',
  service: 'GitHub',
  label: 'checkout 9',
  startedAt: iso(exampleNow - 90_000),
  expiresAt: iso(exampleNow + 10_000),
  latestCode: { code: '482913', messageSid: 'SM1', receivedAt: iso(exampleNow) },
});
const pinned = exampleLease({
  id: 'pinned',
  number: '+447400123456',
  country: 'GB',
  pinned: true,
  expiresAt: null,
  holder: 'Web-CI',
});
const buying = exampleLease({
  id: 'buying',
  number: null,
  state: 'buying',
  expiresAt: null,
  startedAt: iso(exampleNow),
});
const ended = exampleLease({ id: 'ended', state: 'released', number: '+14155550188', label: 'login' });
const leases = [india, coded, pinned, buying, ended];
const ids = (list: readonly Lease[]) => list.map(({ id }) => id);

describe('looking for a number', () => {
  it.each([
    ['+91 98765 43210', ['india']],
    ['098765 43210', ['india']],
    ['(415) 555-0177', ['coded']],
    ['07400-123456', ['pinned']],
    ['checkout', ['india', 'coded']],
    ['united kingdom', ['pinned']],
    ['github', ['coded']],
    ['web-ci', ['pinned']],
    ['482 913', ['coded']],
    ['LOGIN', ['ended']],
    ['nothing like it', []],
  ])('%s', (text, found) => {
    expect(ids(filterLeases(leases, text))).toEqual(found);
  });

  it('without a text finds all', () => {
    expect(filterLeases(leases, '  ')).toEqual(leases);
  });

  it('looks among what is in use and what ended alike', () => {
    const found = listLeases(leases, '415', 'code');
    expect([ids(found.current), ids(found.ended)]).toEqual([['coded'], ['ended']]);
  });
});

describe('the order', () => {
  it.each([
    ['code', ['coded', 'india', 'pinned', 'buying']],
    ['time', ['coded', 'india', 'pinned', 'buying']],
    ['newest', ['buying', 'india', 'pinned', 'coded']],
    ['label', ['coded', 'india', 'pinned', 'buying']],
  ] as const)('by %s', (sort, order) => {
    expect(ids(listLeases(leases, '', sort).current)).toEqual(order);
  });

  it.each(leaseSorts)('by %s loses none', (sort) => {
    const { current, ended: over } = listLeases(leases, '', sort);
    expect(ids([...current, ...over]).toSorted()).toEqual(ids(leases).toSorted());
  });

  it('by time left puts what ends first before a newer code', () => {
    const late = { ...coded, id: 'late', expiresAt: iso(exampleNow + 500_000) };
    expect(ids(listLeases([late, india, coded], '', 'time').current)).toEqual(['coded', 'india', 'late']);
  });
});
