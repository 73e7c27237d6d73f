import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { onUnattendedEnd, type EndSources } from '../../../electron/main/quit/quit.ts';

function listening() {
  const [app, powerMonitor, process] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  const end = vi.fn();
  onUnattendedEnd({ app, powerMonitor, process } as unknown as EndSources, end);
  return { app, powerMonitor, process, end };
}

test('a shutdown ends the app, and waits for it', () => {
  const { powerMonitor, end } = listening();
  const preventDefault = vi.fn();
  powerMonitor.emit('shutdown', { preventDefault });
  expect([end.mock.calls.length, preventDefault.mock.calls.length]).toEqual([1, 1]);
});

test('the end of a session on Windows ends the app, whichever window hears of it', () => {
  const { app, end } = listening();
  const window = new EventEmitter();
  app.emit('browser-window-created', {}, window);
  expect(end).not.toHaveBeenCalled();
  window.emit('session-end', { reasons: ['logoff'] });
  expect(end).toHaveBeenCalledOnce();
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s ends the app', (signal) => {
  const { process, end } = listening();
  process.emit(signal, signal);
  expect(end).toHaveBeenCalledOnce();
});
