import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { firstFields, leaseInput, OrderId, orderErrors } from '../../renderer/features/numbers/order.ts';

const fields = firstFields(defaultSettings, 'US');

describe('an order for a number', () => {
  it('leaves out what is left empty', () => {
    expect(leaseInput(fields)).toEqual({ country: 'US', ttlSeconds: 60 });
    expect(leaseInput({ ...fields, type: 'mobile', contains: ' 415 ', label: ' checkout ' })).toEqual({
      country: 'US',
      type: 'mobile',
      contains: '415',
      label: 'checkout',
      ttlSeconds: 60,
    });
  });

  it('is checked by the rules of the contract', () => {
    expect(orderErrors(fields)).toEqual({});
    expect(Object.keys(orderErrors({ ...fields, contains: '!', ttlSeconds: '' }))).toEqual(['contains', 'ttlSeconds']);
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
