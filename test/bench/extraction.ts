import { sampleMessage } from '../../electron/emulator/sampleTraffic.ts';
import { extract } from '../../electron/core/otp/extract.ts';
import type { Measurement } from './measure.ts';

const texts = Array.from({ length: 2_000 }, (_, index) => sampleMessage(index).body);
const naive = /\b\d{4,8}\b/;

/** Messages a second through the extractor. */
export const extraction: Measurement = {
  name: 'extraction',
  unit: 'messages/s',
  floorIs: 'the first run of 4 to 8 digits, by one regular expression',
  goal: 'none yet',
  isOk: () => true,
  ours: () => rate((text) => void extract(text)),
  floor: () => rate((text) => void naive.exec(text)),
};

function rate(work: (text: string) => void): number {
  const began = performance.now();
  for (const text of texts) work(text);
  return (texts.length / (performance.now() - began)) * 1000;
}
