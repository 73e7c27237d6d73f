import { expect, test } from 'vitest';
import { ClipboardKeeper, isOurs } from '../../electron/main/clipboard.ts';
import { ManualClock, settle } from '../fakes/manualClock.ts';

function keeperWith(seconds: number | null) {
  const place = { text: 'before', log: [] as string[] };
  const clock = new ManualClock();
  const note = (line: string) => void place.log.push(line);
  const keeper = new ClipboardKeeper({
    clipboard: { readText: async () => place.text, writeText: async (text) => void (place.text = text) },
    clock,
    log: { info: note, warn: note, error: note },
    clearAfterSeconds: () => seconds,
  });
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await settle();
  };
  return { keeper, place, pass };
}

test('what was copied is gone after its time', async () => {
  const { keeper, place, pass } = keeperWith(30);
  await keeper.copy('482913');
  await pass(29_000);
  expect(place.text).toBe('482913');
  await pass(1_000);
  expect(place.text).toBe('');
  expect(place.log.join(' ')).not.toContain('482913');
});

test('what somebody else copied meanwhile stays', async () => {
  const { keeper, place, pass } = keeperWith(30);
  await keeper.copy('482913');
  place.text = 'a letter';
  await pass(60_000);
  expect(place.text).toBe('a letter');
});

test('a second copy has its full time', async () => {
  const { keeper, place, pass } = keeperWith(30);
  await keeper.copy('111111');
  await pass(20_000);
  await keeper.copy('222222');
  await pass(20_000);
  expect(place.text).toBe('222222');
  await pass(10_000);
  expect(place.text).toBe('');
});

test('at the end of the app it is cleared at once, and never where that is not wanted', async () => {
  const wanted = keeperWith(600);
  await wanted.keeper.copy('482913');
  await wanted.keeper.clear();
  expect(wanted.place.text).toBe('');
  const unwanted = keeperWith(null);
  await unwanted.keeper.copy('482913');
  await unwanted.keeper.clear();
  expect(unwanted.place.text).toBe('482913');
});

test('only the same text is ours, whatever the system makes of its line ends', () => {
  expect(isOurs('one\r\ntwo', 'one\ntwo')).toBe(true);
  expect(isOurs('482913 ', '482913')).toBe(false);
  expect(isOurs('', null)).toBe(false);
});
