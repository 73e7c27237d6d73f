import { EventEmitter } from 'node:events';
import type { App as ElectronApp, BrowserWindow } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../electron/contract/state.ts';
import { countUnread } from '../../../electron/main/notifications/badge.ts';
import { exampleMessage, exampleNow, exampleState } from '../../fakes/appState.ts';
import { ManualClock } from '../../fakes/manualClock.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';

const english = mainWords('en', []);

vi.mock('electron', () => ({ nativeImage: { createFromPath: (path: string) => path } }));

function counting(platform: NodeJS.Platform, isWatched = () => false) {
  const counts: number[] = [];
  const overlays: [string | null, string][] = [];
  let hear = (_message: Message) => undefined as void;
  const electron = Object.assign(new EventEmitter(), { setBadgeCount: (count: number) => counts.push(count) > 0 });
  const window = { setOverlayIcon: (icon: string | null, text: string) => overlays.push([icon, text]) };
  countUnread({
    electron: electron as unknown as ElectronApp,
    app: { state: () => exampleState(), on: (_event: string, given: never) => ((hear = given), () => undefined) },
    clock: new ManualClock(exampleNow),
    platform,
    words: () => english,
    isWatched,
    window: () => window as unknown as BrowserWindow,
  });
  const come = (sid: string, more: Partial<Message> = {}) =>
    hear(exampleMessage({ sid, code: '482913', receivedAt: '2999-01-01T00:00:00.000Z', ...more }));
  return { counts, overlays, come, look: () => electron.emit('browser-window-focus') };
}

describe('the count on the icon', () => {
  test('grows with each code that nobody saw, and goes when the window is looked at', () => {
    const { counts, come, look } = counting('darwin');
    look();
    come('SM1');
    come('SM1');
    come('SM2', { code: null });
    come('SM3', { receivedAt: '2000-01-01T00:00:00.000Z' });
    come('SM4');
    look();
    look();
    come('SM5');
    expect(counts).toEqual([1, 2, 0, 1]);
  });

  test('leaves out what somebody saw come in, also when it is told again later', () => {
    let watched = true;
    const { counts, come } = counting('linux', () => watched);
    come('SM1');
    watched = false;
    come('SM1');
    expect(counts).toEqual([]);
  });

  test('is drawn over the icon of the task bar on Windows', () => {
    const { overlays, come, look, counts } = counting('win32');
    for (let at = 0; at < 10; at += 1) come(`SM${at}`);
    look();
    expect(overlays[0]).toEqual([expect.stringMatching(/badge-1\.png$/), '1 new code']);
    expect(overlays[9]).toEqual([expect.stringMatching(/badge-more\.png$/), '10 new codes']);
    expect([overlays[10], counts]).toEqual([[null, ''], []]);
  });
});
