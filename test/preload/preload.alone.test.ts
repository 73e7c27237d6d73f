import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../electron/contract/api.ts';
import { bridgeName, channels } from '../../electron/contract/channels.ts';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn(),
  renderer: null as EventEmitter | null,
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (channel: string, listener: () => void) => electron.renderer!.on(channel, listener),
    removeListener: (channel: string, listener: () => void) => electron.renderer!.removeListener(channel, listener),
  },
}));

async function bridge(): Promise<Bridge> {
  await import('../../electron/preload/index.ts');
  return electron.exposed.get(bridgeName) as Bridge;
}

beforeEach(() => {
  vi.resetModules();
  electron.exposed.clear();
  electron.invoke.mockReset();
  electron.renderer = new EventEmitter();
});

test('a request goes out on the one request channel', async () => {
  electron.invoke.mockResolvedValue({ ok: true, value: null });
  expect(await (await bridge()).request('state.get', undefined)).toEqual({ ok: true, value: null });
  expect(electron.invoke.mock.calls).toEqual([[channels.request, 'state.get', undefined]]);
});

test('a subscriber hears its event until it ends the subscription', async () => {
  const heard: unknown[] = [];
  const end = (await bridge()).subscribe('reveal', (payload) => heard.push(payload));
  const push = (event: string, payload: unknown) => electron.renderer!.emit(channels.event, {}, { event, payload });
  push('reveal', { leaseId: 'a' });
  push('message', { sid: 'SM1' });
  end();
  push('reveal', { leaseId: 'b' });
  expect(heard).toEqual([{ leaseId: 'a' }]);
  expect(electron.renderer!.listenerCount(channels.event)).toBe(0);
});
