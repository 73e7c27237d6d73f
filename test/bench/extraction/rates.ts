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
  { ...rateOf('extraction: 10 to 10,000 characters', mixedTexts, rival), ...againstRival },
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
