import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { share } from '../../renderer/state/share.ts';
import { exampleLease, exampleMessage, exampleState } from '../fakes/appState.ts';

const fresh = <T>(value: T): T => structuredClone(value);
const item = fc.record({ id: fc.constantFrom('a', 'b', 'c'), value: fc.jsonValue() });

describe('a state that comes in', () => {
  const before = exampleState({
    leases: [exampleLease(), exampleLease({ id: 'lease-2', label: 'checkout' })],
    messages: [exampleMessage()],
  });

  it('is the one from before where nothing changed', () => {
    expect(share(before, fresh(before))).toBe(before);
  });

  it('keeps every lease that did not change, also where it moved', () => {
    const [first, second] = before.leases;
    const leases = fresh([{ ...exampleLease({ id: 'lease-3' }) }, { ...second, label: 'renamed' }, first]);
    const after = share(before, { ...fresh(before), leases });
    expect(after.leases[2]).toBe(first);
    expect(after.leases[1]).toEqual({ ...second, label: 'renamed' });
    expect(after.messages).toBe(before.messages);
    expect(after.settings).toBe(before.settings);
  });

  it.each([10, 1_000])('is compared where it changed alone, among %i leases', (count) => {
    const leases = Array.from({ length: count }, (_, index) => exampleLease({ id: `lease-${index}` }));
    const changed = leases.with(7, exampleLease({ id: 'lease-7', label: 'renamed' }));
    const noted = vi.spyOn(Map.prototype, 'set');
    const after = share(leases, changed);
    const times = noted.mock.calls.length;
    noted.mockRestore();
    expect(times).toBe(1);
    expect(after).toEqual(changed);
  });

  it('says always just what was sent', () => {
    const anyState = fc.oneof(
      fc.jsonValue(),
      fc.array(item),
      fc.record({ leases: fc.array(item), rest: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(anyState, anyState, (old, sent) => {
        const [oldText, result] = [JSON.stringify(old), share(old, fresh(sent))];
        expect(JSON.stringify(result)).toBe(JSON.stringify(sent));
        expect(JSON.stringify(old)).toBe(oldText);
      }),
    );
  });
});
