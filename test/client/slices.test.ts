import { afterEach, expect, it, vi } from 'vitest';
import { OtpDockError } from '../../electron/client/errors.ts';
import { inSlices } from '../../electron/client/slices.ts';
import type { ErrorCode } from '../../electron/contract/errors.ts';

afterEach(() => void vi.useRealTimers());

function failureWith(code: ErrorCode): OtpDockError {
  return new OtpDockError({ code, message: 'No.', hint: 'Wait.', retryable: true, twilio: null });
}

/** A host that takes all of the time it is given, and then says no. */
function busyHost(answers: Error[]): { asked: number[]; ask(seconds: number): Promise<string> } {
  vi.useFakeTimers({ toFake: ['performance'] });
  const asked: number[] = [];
  const ask = async (seconds: number) => {
    asked.push(Math.round(seconds));
    vi.advanceTimersByTime(seconds * 1000);
    const failure = answers.shift();
    if (failure) throw failure;
    return 'a number';
  };
  return { asked, ask };
}

const noneFree = () => failureWith('NO_FREE_NUMBER');

it('a long wait is asked for piece by piece, until a number is there', async () => {
  const { asked, ask } = busyHost([noneFree(), noneFree()]);
  expect(await inSlices(120, ask)).toBe('a number');
  expect(asked).toEqual([50, 50, 20]);
});

it('a wait ends with its time', async () => {
  const { asked, ask } = busyHost([noneFree(), noneFree(), noneFree()]);
  await expect(inSlices(60, ask)).rejects.toMatchObject({ code: 'NO_FREE_NUMBER' });
  expect(asked).toEqual([50, 10]);
});

it('what is refused for another reason, or without a wait, is not asked for again', async () => {
  const refused = busyHost([failureWith('SPEND_LIMIT')]);
  await expect(inSlices(600, refused.ask)).rejects.toMatchObject({ code: 'SPEND_LIMIT' });
  const atOnce = busyHost([failureWith('TOO_MANY_LEASES')]);
  await expect(inSlices(0, atOnce.ask)).rejects.toMatchObject({ code: 'TOO_MANY_LEASES' });
  expect([refused.asked, atOnce.asked]).toEqual([[50], [0]]);
});
