import { expect, it, onTestFinished, vi } from 'vitest';
import { untilInterrupted } from '../../electron/cli/signals.ts';
import { TestProcess } from './testProcess.ts';

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGABRT'])(
  'the first %s ends a command in good order, a second signal at once',
  async (signal) => {
    const process = new TestProcess();
    const interrupted = untilInterrupted(process);
    process.emit(signal);
    await interrupted;
    expect(process.exits).toEqual([]);
    process.emit('SIGINT');
    expect(process.exits).toEqual([1]);
  },
);

it('a command that npm has started ends when npm is gone', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const process = new TestProcess([], { npm_lifecycle_event: 'serve' });
  const over = vi.fn<() => void>();
  const interrupted = untilInterrupted(process).then(over);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(over).not.toHaveBeenCalled();
  process.ppid = 2;
  await vi.advanceTimersByTimeAsync(500);
  await interrupted;
});
