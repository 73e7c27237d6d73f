import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { openLine } from '../e2e/electron-double/line.ts';
import { strict } from '../e2e/electron-double/strict.ts';

test('the electron double names what it does not have', () => {
  const shell = strict('shell', { openExternal: () => 'opened' });
  expect(shell.openExternal()).toBe('opened');
  expect(() => (shell as unknown as { beep(): void }).beep()).toThrow('does not implement shell.beep');
});

test('whoever calls a process that has ended is not left waiting', async () => {
  const port = Object.assign(new EventEmitter(), { connected: true, send: () => undefined });
  const theirs = openLine<{ quit(): Promise<void> }>(port, []);
  const before = theirs.quit();
  port.connected = false;
  port.emit('disconnect');
  for (const call of [before, theirs.quit()]) await expect(call).rejects.toThrow('ended before it answered');
});
