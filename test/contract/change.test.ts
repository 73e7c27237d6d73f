import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { changeBetween, withChange, type StateChange } from '../../electron/contract/change.ts';
import type { AppState, Lease } from '../../electron/contract/state.ts';
import { exampleLease, exampleMessage, exampleState } from '../fakes/appState.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

/** As it is after its way to another process. */
const sent = (change: StateChange): StateChange => JSON.parse(JSON.stringify(change)) as StateChange;

const leases = ['a', 'b', 'c', 'd', 'e'].flatMap((id) => [
  exampleLease({ id }),
  exampleLease({ id, label: 'a later version' }),
]);
const messages = ['SM1', 'SM2', 'SM3', 'SM4'].map((sid) => exampleMessage({ sid }));
const notices = ['n1', 'n2'].map((id) => ({ id, message: verbatim(id), hint: verbatim('') }));

const anyPatch = fc.record(
  {
    leases: fc.shuffledSubarray(leases),
    messages: fc.shuffledSubarray(messages),
    notices: fc.shuffledSubarray(notices),
    polling: fc.boolean(),
    demo: fc.boolean(),
    tunnel: fc.webUrl().map((url) => ({ kind: 'url', state: 'online', url, problem: null }) as const),
  },
  { requiredKeys: [] },
);

function later(state: AppState, patch: Partial<AppState>): AppState {
  return { ...state, ...patch, revision: state.revision + 1 };
}

describe('a change of the state', () => {
  it('makes of every state the one that followed, step by step and on the other side of a process', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 8 }), (patches) => {
        let here = exampleState({ leases: [], messages: [] });
        let there: AppState = structuredClone(here);
        for (const patch of patches) {
          const next = later(here, patch);
          there = withChange(there, sent(changeBetween(here, next)));
          expect(there).toEqual(next);
          here = next;
        }
      }),
    );
  });

  it('names one lease of two hundred when one has changed, and keeps the others the same objects', () => {
    const many = Array.from({ length: 200 }, (_, index) => exampleLease({ id: `lease-${index}` }));
    const before = exampleState({ leases: many });
    const changed: Lease = { ...exampleLease({ id: 'lease-7' }), label: 'renamed' };
    const after = later(before, { leases: many.with(7, changed) });
    const change = changeBetween(before, after);
    expect(change).toEqual({
      from: before.revision,
      revision: after.revision,
      set: {},
      lists: { leases: [[0, 7], { put: changed }, [8, 192]] },
    });
    const { leases: made } = withChange(before, change);
    expect(made.filter((lease, index) => lease !== many[index])).toEqual([changed]);
  });

  it.each([10, 1_000])('looks up no lease of %i to name the one that has changed', (count) => {
    const many = Array.from({ length: count }, (_, index) => exampleLease({ id: `lease-${index}` }));
    const before = exampleState({ leases: many });
    const after = later(before, { leases: many.with(7, exampleLease({ id: 'lease-7', label: 'renamed' })) });
    const noted = vi.spyOn(Map.prototype, 'set');
    changeBetween(before, after);
    const times = noted.mock.calls.length;
    noted.mockRestore();
    expect(times).toBe(1);
  });

  it('names a message that came, not the ninety-nine that stay', () => {
    const before = exampleState({
      messages: Array.from({ length: 100 }, (_, index) => exampleMessage({ sid: `SM${index}` })),
    });
    const newest = exampleMessage({ sid: 'SM100' });
    const after = later(before, { messages: [newest, ...before.messages.slice(0, 99)] });
    expect(changeBetween(before, after).lists).toEqual({ messages: [{ put: newest }, [0, 99]] });
  });

  it('says nothing of a list that was made anew with the same items', () => {
    const before = exampleState({ leases: leases.slice(0, 1), messages: [] });
    const after = later(before, { leases: [...before.leases], messages: [], polling: !before.polling });
    expect(changeBetween(before, after)).toMatchObject({ set: { polling: after.polling }, lists: {} });
    expect(withChange(before, changeBetween(before, after)).leases).toBe(before.leases);
  });
});
