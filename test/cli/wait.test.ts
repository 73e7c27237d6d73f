import { expect, it } from 'vitest';
import { lease, wait } from '../../electron/cli/commands/leases.ts';
import type { HostClient } from '../../electron/cli/hostClient.ts';
import { failureOf } from '../adapters/harness.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { TestProcess } from './testProcess.ts';

it('a long wait is asked for in slices, because fetch gives up on an answer that takes five minutes', async () => {
  const asked: string[] = [];
  const call = async (_method: string, path: string) => (
    asked.push(path),
    path === '/v1/leases' ? { leases: [{ id: 'lease-1', number: '+14155550100' }] } : undefined
  );
  const host: HostClient = { api: '', token: '', call: call as HostClient['call'] };
  expect(await failureOf(wait(new TestProcess(), host, false, '+1 (415) 555-0100', 150))).toMatchObject({
    code: 'NO_CODE',
    message: 'No code came within 150 seconds.',
  });
  expect(asked.slice(1)).toEqual([60, 60, 30].map((seconds) => `/v1/leases/lease-1/code?timeoutSeconds=${seconds}`));
});

it('who takes a number while Twilio is out of order is told that it is still being tried', async () => {
  const [process, clock] = [new TestProcess(), new ManualClock()];
  const answered = Promise.withResolvers<undefined>();
  const host: HostClient = { api: '', token: '', call: () => answered.promise };
  const taking = lease(process, clock, host, false, {});
  await clock.advance(9_000);
  expect(process.stderr.lines).toEqual([]);
  await clock.advance(1_000);
  expect(process.stderr.lines).toEqual([expect.stringContaining('tries again for up to two minutes')]);
  answered.resolve(undefined);
  await taking;
});
