import { sampleMessage } from '../../../electron/emulator/sampleTraffic.ts';
import { boundCode } from '../../../electron/core/otp/bound.ts';
import { negatives, positives } from '../../core/otp/texts.ts';

const traffic = Array.from({ length: 2_000 }, (_, index) => sampleMessage(index).body);
const labelled = [...positives, ...negatives].map(({ text }) => text);
// A code that is bound to a site ends the search at its line, and what is before it is not read.
const unbound = labelled.filter((text) => boundCode(text) === null);

const words = unbound
  .map((text) => text.replaceAll(/\S*\p{N}\S*/gu, ''))
  .join('\n')
  .repeat(20);

const lengths = [10, 30, 100, 300, 1_000, 3_000, 10_000];
const charactersOfEach = 30_000;

/** Made anew, because an engine remembers what it has found in a string; a message that comes is one that was never read. */
export function anew(texts: readonly string[]): string[] {
  return texts.map((text) => JSON.parse(JSON.stringify(text)) as string);
}

/** Every text that the extractor is tested with, in all their languages. */
export const ownTexts = labelled;

/** Traffic as the demo has it: mostly codes, in English. */
export const trafficTexts = traffic;

/** As many characters in short texts as in long ones. */
export const mixedTexts = lengths.flatMap((length) =>
  Array.from({ length: charactersOfEach / length }, (_, index) => prose(length, index)),
);

/** Words of all those texts, with one of the texts among them. */
export function prose(length: number, from = 0): string {
  const message = unbound[(from * 7) % unbound.length] ?? '';
  if (message.length >= length) return message.slice(0, length);
  const before = wordsFrom(from, Math.floor((length - message.length) / 2));
  return `${before}\n${message}\n${wordsFrom(from + 1, length)}`.slice(0, length);
}

function wordsFrom(index: number, length: number): string {
  const from = (index * 977) % (words.length - length);
  return words.slice(from, from + length);
}
