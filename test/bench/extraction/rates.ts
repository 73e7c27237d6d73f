import { cpuMs, type Measurement } from '../measure.ts';
import { naive, ours, rival, type Finder } from './rivals.ts';
import { anew, mixedTexts, ownTexts, trafficTexts } from './texts.ts';

const againstRival = {
  floorIs: 'parse-otp-message on the same texts',
  goal: 'at least 3 times the floor',
  isOk: ({ ratio }: { ratio: number }) => ratio >= 3,
};

const perRound = 20_000;

/** Messages that a second of the processor's time is enough for. */
export const rates: Measurement[] = [
  {
    ...rateOf('extraction', trafficTexts, naive),
    floorIs: 'the first run of 4 to 8 digits, by one regular expression',
    goal: 'none yet',
    isOk: () => true,
  },
  { ...rateOf('extraction: messages of the demo', trafficTexts, rival), ...againstRival },
  {
    ...rateOf('extraction: own texts', ownTexts, rival),
    ...againstRival,
    // From the least time of each text in 12 and more runs; the second look is at a fresh copy of the text.
    why:
      '37 % of them are in scripts of which parse-otp-message reads nothing: it takes 20 µs for one of those, and 42 µs ' +
      'for any other. Ours takes 23 to 28 µs, 14 to find what could be a code and 10 to judge it; 44 % of all goes when ' +
      'the same text is looked at again at once, as the words and rules that it needs are near the processor by then.',
  },
  {
    ...rateOf('extraction: 10 to 10,000 characters', mixedTexts, rival),
    ...againstRival,
    // From the least time of each length in 25 runs, in turns, and from a profile of the processor.
    why:
      'each word is read, whatever the text: at 10,000 characters ours takes as long as the floor, at 10 to 1,000 it is ' +
      '1.6 to 2.3 times as fast. 55 % goes on taking the texts apart (14 into words, 12 on what could be a code, 10 on ' +
      'words for a code, 7 on letters and signs) and 35 % on judging; no function has more than 8 % for itself.',
  },
];

function rateOf(name: string, texts: string[], floor: Finder) {
  return { name, unit: 'messages/s', ours: () => rate(texts, ours), floor: () => rate(texts, floor) };
}

function rate(texts: string[], find: Finder): number {
  const fresh = Array.from({ length: Math.ceil(perRound / texts.length) }, () => anew(texts)).flat();
  const ms = cpuMs(() => {
    for (const text of fresh) find(text);
  });
  return (fresh.length / ms) * 1000;
}
