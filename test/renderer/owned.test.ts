import { describe, expect, it } from 'vitest';
import {
  actionsFor,
  countKept,
  filterNumbers,
  keptUntil,
  searchable,
  shrinksPool,
  unleased,
} from '../../renderer/features/owned/owned.ts';
import { exampleOwned } from '../fakes/appState.ts';

const foreign = exampleOwned({
  number: '+14155550199',
  state: 'foreign',
  origin: null,
  label: null,
  friendlyName: 'Shop line',
});

describe('the numbers on the account', () => {
  it('begin with those that wait, and leave out those that a lease has', () => {
    const leased = exampleOwned({ number: '+14155550100', state: 'active' });
    const second = exampleOwned({ number: '+14155550152' });
    const found = unleased([foreign, second, leased, exampleOwned()]).map(({ number }) => number);
    expect(found).toEqual(['+14155550150', '+14155550152', '+14155550199']);
  });

  it('are found by what is shown of them, however the number is typed', () => {
    const list = [exampleOwned(), foreign].map(searchable);
    const found = (text: string) => filterNumbers(list, text).map(({ number }) => number);
    const [own, shop] = ['+14155550150', '+14155550199'];
    for (const text of ['CHECKOUT', '415 555 0150']) expect(found(text), text).toEqual([own]);
    for (const text of ['shop', '(415) 555-0199', 'not from']) expect(found(text), text).toEqual([shop]);
    expect([found(''), found('elsewhere')]).toEqual([[own, shop], []]);
    expect(filterNumbers([searchable(exampleOwned({ holder: 'web-ci' }))], 'Web-CI')).toHaveLength(1);
  });

  it('say until when the number of a lease waits', () => {
    const until = keptUntil([exampleOwned(), exampleOwned({ leaseId: 'lease-2', giveBackAt: null })]);
    expect([...until]).toEqual([['lease-1', '2026-03-31T12:00:00.000Z']]);
  });

  it('that cost something each month are those that are kept, leased or not', () => {
    const active = exampleOwned({ state: 'active', policy: 'keep' });
    const going = [exampleOwned({ state: 'releasing' }), exampleOwned({ state: 'active', policy: 'release' })];
    expect(countKept([exampleOwned(), active, foreign, ...going])).toBe(2);
    expect(countKept([exampleOwned({ policy: 'release' }), exampleOwned({ policy: 'release', pinned: true })])).toBe(1);
  });

  it('make the pool smaller when they are given back, unless it has one too many', () => {
    const pool = { country: 'US', type: null, poolSize: 1 };
    const member = exampleOwned({ policy: 'keep' });
    expect(shrinksPool(member, [member], pool)).toBe(true);
    expect(shrinksPool(member, [member, { ...member }], pool)).toBe(false);
    expect(shrinksPool(member, [member], { ...pool, country: 'CA' })).toBe(false);
    expect(shrinksPool(exampleOwned(), [member], pool)).toBe(false);
  });

  it('can be let go only when they were taken over', () => {
    expect(actionsFor({ state: 'idle', origin: 'lease' })).not.toContain('letGo');
    expect(actionsFor({ state: 'idle', origin: 'takenOver' })).toEqual(['take', 'letGo', 'giveBack']);
    expect(actionsFor({ state: 'foreign', origin: null })).toEqual(['takeOver']);
    expect(actionsFor({ state: 'releasing', origin: 'lease' })).toEqual([]);
  });
});
