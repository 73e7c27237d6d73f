import { EventEmitter } from 'node:events';
import type { App as ElectronApp } from 'electron';
import { describe, expect, test } from 'vitest';
import { settingsPatchSchema } from '../../../electron/contract/settings.ts';
import type { DesktopState } from '../../../electron/contract/host.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { autostartEntry } from '../../../electron/main/settings/loginItem.ts';
import { followShortcut } from '../../../electron/main/settings/shortcut.ts';
import { exampleState } from '../../fakes/appState.ts';

const withKeys = (globalShortcut: string | null) => {
  const state = exampleState();
  return { ...state, settings: { ...state.settings, globalShortcut } };
};

function following(taken: string[] = []) {
  const held = new Map<string, () => void>();
  const changes: Partial<DesktopState>[] = [];
  const pressed: string[] = [];
  let follow = (_state: AppState) => undefined as void;
  const electron = new EventEmitter();
  followShortcut({
    app: { state: () => withKeys(null), on: (_event: string, given: never) => ((follow = given), () => undefined) },
    electron: electron as unknown as Pick<ElectronApp, 'on'>,
    globalShortcut: {
      register: (keys, press) => {
        if (keys.includes('F24')) throw new TypeError('conversion failure');
        if (taken.includes(keys)) return false;
        held.set(keys, press);
        return true;
      },
      unregister: (keys) => void held.delete(keys),
      unregisterAll: () => held.clear(),
    },
    view: { change: (patch) => void changes.push(patch) },
    onPress: () => pressed.push('pressed'),
  });
  return { held, changes, pressed, electron, set: (keys: string | null) => follow(withKeys(keys)) };
}

describe('the global shortcut', () => {
  test('is registered as Settings say, alone, and let go at the end', () => {
    const { held, set, pressed, electron } = following();
    set('Control+Alt+K');
    set('Control+Alt+J');
    expect([...held.keys()]).toEqual(['Control+Alt+J']);
    held.get('Control+Alt+J')!();
    expect(pressed).toHaveLength(1);
    set(null);
    expect(held.size).toBe(0);
    set('Control+Alt+J');
    electron.emit('will-quit');
    expect(held.size).toBe(0);
  });

  test.each([['Control+Alt+K'], ['Control+F24']])(
    'that the system refuses is told, until another works: %s',
    (keys) => {
      const { changes, set } = following(['Control+Alt+K']);
      set(keys);
      expect(changes.at(-1)).toMatchObject({ shortcutProblem: { code: 'CONFLICT' } });
      set('Control+Alt+J');
      expect(changes.at(-1)).toEqual({ shortcutProblem: null });
    },
  );

  test.each(['Control+C', 'Meta+Shift+1', 'Control+Alt+F12', 'Alt+Space', 'Meta+Up'])('may be %s', (keys) => {
    expect(settingsPatchSchema.safeParse({ globalShortcut: keys }).success).toBe(true);
  });

  test.each(['C', 'Shift+C', 'F5', 'Control', 'Control+', 'Control+Control+C', 'Control+CC', 'Control+F25', ''])(
    'may not be %j, which would take a key away from typing or is none',
    (keys) => expect(settingsPatchSchema.safeParse({ globalShortcut: keys }).success).toBe(false),
  );
});

test('the entry for the start at login quotes what a path may hold', () => {
  const entry = autostartEntry(['/opt/OTP Dock/100% "it"/otp-dock', '/home/a$b', '--hidden']);
  expect(entry).toContain('Exec="/opt/OTP Dock/100%% \\\\"it\\\\"/otp-dock" "/home/a\\\\$b" --hidden\n');
  expect(entry.startsWith('[Desktop Entry]\n')).toBe(true);
});
