import { describe, expect, it } from 'vitest';
import { defaultSettings, type Policy } from '../../electron/contract/settings.ts';
import type { IdleCount } from '../../electron/contract/state.ts';
import { firstFields, isKeptReady, leaseInput, OrderId } from '../../renderer/features/numbers/order.ts';
import { orderErrors } from '../../renderer/features/numbers/orderErrors.ts';

const fields = firstFields(defaultSettings, { country: 'US' });

describe('an order for a number', () => {
  it('leaves out what is left empty', () => {
    expect(leaseInput(fields)).toEqual({ country: 'US', policy: 'release', ttlSeconds: 60 });
    const typed = { ...fields, type: 'mobile' as const, contains: ' 415 ', label: ' checkout ' };
    const kept = { type: 'mobile', contains: '415', label: 'checkout' };
    expect(leaseInput(typed)).toEqual({ country: 'US', policy: 'release', ttlSeconds: 60, ...kept });
  });

  it('is checked by the rules of the contract', () => {
    expect(orderErrors(fields)).toEqual({});
    expect(Object.keys(orderErrors({ ...fields, contains: '!', duration: '' }))).toEqual(['contains', 'duration']);
  });

  it('names a service only with the wish for a fresh number, and an area code only where there are some', () => {
    const wishes = { ...fields, service: ' GitHub ', areaCode: '415', locality: 'Austin', capabilities: ['mms'] };
    expect(leaseInput(wishes)).toMatchObject({ areaCode: '415', locality: 'Austin', capabilities: ['mms'] });
    expect(leaseInput(wishes)).not.toHaveProperty('service');
    expect(leaseInput({ ...wishes, fresh: true })).toMatchObject({ fresh: true, service: 'GitHub' });
    expect(leaseInput({ ...wishes, country: 'DE' })).not.toHaveProperty('areaCode');
  });
});

describe('a kept number', () => {
  const kept = (policy: Policy): IdleCount[] => [{ country: 'US', type: 'local', policy, count: 1 }];

  it('of the pool serves any lease; one that goes back before its bill only those that keep it', () => {
    expect(isKeptReady(kept('keep'), fields)).toBe(true);
    expect(isKeptReady(kept('renewal'), fields)).toBe(false);
    expect(isKeptReady(kept('renewal'), { ...fields, policy: 'renewal' })).toBe(true);
    expect(isKeptReady(kept('renewal'), { ...fields, policy: 'keep' })).toBe(true);
  });

  it('serves only its own country and type', () => {
    expect(isKeptReady(kept('keep'), { ...fields, country: 'CA' })).toBe(false);
    expect(isKeptReady(kept('keep'), { ...fields, type: 'mobile' })).toBe(false);
    expect(isKeptReady(kept('keep'), { ...fields, type: 'local' })).toBe(true);
  });

  it('is not promised where it may not do', () => {
    const wishes = [{ fresh: true }, { contains: '55' }, { areaCode: '415' }, { locality: 'Austin' }];
    for (const wish of [...wishes, { capabilities: ['voice'] }]) {
      expect(isKeptReady(kept('keep'), { ...fields, ...wish })).toBe(false);
    }
  });
});

describe('the id of an order', () => {
  const order = leaseInput(fields);

  it('stays the same while the same order is tried again', () => {
    const id = new OrderId();
    expect(id.for(order)).toBe(id.for({ ...order }));
  });

  it('is new for another order, and after a final no', () => {
    const id = new OrderId();
    const first = id.for(order);
    expect(id.for({ ...order, country: 'CA' })).not.toBe(first);
    const second = id.for(order);
    id.settled();
    expect(id.for(order)).not.toBe(second);
  });
});
