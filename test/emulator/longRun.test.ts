import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../electron/emulator/catalogue.ts';
import { keywordOf, obey } from '../../electron/emulator/carrier/optOut.ts';
import { completeOutbound, storeInbound, storeOutbound } from '../../electron/emulator/messageStore.ts';
import { balanceOf, createWorld, historyLimit, remember } from '../../electron/emulator/world.ts';

const noon = Date.UTC(2026, 0, 31, 12);
const draft = { to: '+447400123456', from: '+14155550188', body: 'Your code is 246810', media: [] };

function world() {
  return createWorld(`AC${'1'.repeat(32)}`, 'secret', buildCatalogue(), () => noon);
}

describe('what is remembered in a long run', () => {
  it('is one charge for each day and kind, whatever their number', () => {
    const long = world();
    for (let index = 0; index < 3_000; index += 1) completeOutbound(long, storeOutbound(long, draft));
    long.clockOffsetMs = 86_400_000;
    storeInbound(long, undefined, draft);
    completeOutbound(long, storeOutbound(long, draft));
    const charges = [...long.charges.values()];
    expect(charges.map(({ count, units }) => [count, units])).toEqual([
      [3_000, 3_000],
      [1, 1],
      [1, 1],
    ]);
    const total = charges.reduce((sum, { amount }) => sum + amount, 0);
    expect([long.billed, long.funds - balanceOf(long)]).toEqual([total, total]);
  });

  it('is the newest of a list, and little more', () => {
    const list: number[] = [];
    for (let entry = 1; entry <= 1_234; entry += 1) {
      remember(list, entry, 100);
      expect(list.length).toBeLessThanOrEqual(110);
      expect(list.at(-1)).toBe(entry);
      expect(list.length).toBeGreaterThanOrEqual(Math.min(entry, 100));
    }
    expect(list).toEqual(Array.from(list, (_, index) => 1_234 - list.length + 1 + index));
  });

  it('is the newest of those who opted out', () => {
    const long = world();
    long.optOuts = Array.from({ length: historyLimit * 1.1 }, (_, index) => ({ sender: `${index}`, recipient: 'x' }));
    expect(obey(long, keywordOf('STOP') ?? 'help', draft.to, draft.from)).toMatch(/no more/);
    expect(long.optOuts).toHaveLength(historyLimit);
    expect(long.optOuts.at(-1)).toEqual({ sender: draft.from, recipient: draft.to });
  });
});
