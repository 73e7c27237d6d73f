import { afterEach, expect, it, vi } from 'vitest';
import { lease, wait } from '../../electron/cli/commands/leases.ts';
import { failureOf } from '../adapters/harness.ts';
import { exampleLease } from '../fakes/appState.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { hostThatAnswers } from './harness.ts';
import { TestProcess } from './testProcess.ts';

afterEach(() => vi.useRealTimers());

it('a long wait is asked for in slices, because fetch gives up on an answer that takes five minutes', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const asked: number[] = [];
  const host = await hostThatAnswers((request, response) => {
    if (request.url === '/v1/leases')
      return void response.end(JSON.stringify({ leases: [exampleLease({ id: 'lease-1', number: '+14155550100' })] }));
    const [, seconds] = /^\/v1\/leases\/lease-1\/code\?timeoutSeconds=(\d+)$/.exec(request.url ?? '') ?? [];
    asked.push(Number(seconds));
    vi.advanceTimersByTime(Number(seconds) * 1000);
    response.writeHead(204).end();
  });
  expect(
    await failureOf(wait(new TestProcess(), () => host, false, '+1 (415) 555-0100', { timeout: 60 })),
  ).toMatchObject({
    code: 'NO_CODE',
    message: 'No code came within 60 seconds.',
  });
  expect(asked).toEqual([25, 25, 10]);
});

it('a code is waited for at a number that nobody has leased, too', async () => {
  const process = new TestProcess();
  const host = await hostThatAnswers((request, response) => {
    expect(request.url).toBe('/v1/code?timeoutSeconds=0&to=%2B14155550100&from=Lumora&after=2026-03-01T12%3A00%3A00Z');
    response.end(JSON.stringify({ code: '482913', message: {} }));
  });
  const wanted = { to: '+14155550100', from: 'Lumora', after: '2026-03-01T12:00:00Z', timeout: 0 };
  await wait(process, () => host, false, undefined, wanted);
  expect(process.stdout.lines).toEqual(['482913']);
});

it('who waits for a code does not wait for a host that is gone', async () => {
  const host = await hostThatAnswers((request, response) => {
    if (request.url === '/v1/leases') response.end(JSON.stringify({ leases: [exampleLease({ id: 'lease-1' })] }));
    else response.destroy();
  });
  await expect(wait(new TestProcess(), () => host, false, 'lease-1', { timeout: 600 })).rejects.toThrow(
    'does not answer',
  );
});

it('who takes a number while Twilio is out of order is told that it is still being tried', async () => {
  const [process, clock] = [new TestProcess(), new ManualClock()];
  const asked = Promise.withResolvers<() => void>();
  const host = await hostThatAnswers((_request, response) =>
    asked.resolve(() => response.end(JSON.stringify(exampleLease()))),
  );
  const taking = lease(process, clock, host, false, {});
  const answer = await asked.promise;
  await clock.advance(9_000);
  expect(process.stderr.lines).toEqual([]);
  await clock.advance(1_000);
  expect(process.stderr.lines).toEqual([expect.stringContaining('tries again for up to two minutes')]);
  answer();
  await taking;
});
