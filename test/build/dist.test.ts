import { expect, it } from 'vitest';
import { distArguments } from '../../build/scripts/dist.ts';

it('the place of updates is nowhere unless it is named, and only an https address is taken', () => {
  expect(distArguments(['--linux'], {})).toEqual(['--publish', 'never', '--linux']);
  for (const url of ['http://updates.example', 'ftp://x', 'nonsense']) {
    expect(() => distArguments([], { OTP_DOCK_UPDATE_URL: url })).toThrow(/https/);
  }
});
