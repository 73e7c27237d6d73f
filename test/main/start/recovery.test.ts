import type { MessageBoxOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { plainError } from '../../../electron/contract/errors.ts';
import { recover, type RecoveryOptions } from '../../../electron/main/start/recovery.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { listLogger } from '../../adapters/harness.ts';

const english = mainWords('en', []);

/** Clicks one button after the other; what the boxes said is answered with what was done. */
async function walk(buttons: string[], change: Partial<RecoveryOptions> = {}) {
  const [boxes, done] = [[] as MessageBoxOptions[], [] as string[]];
  const left = [...buttons];
  const starts = await recover({
    dialog: {
      showMessageBox: async (...args: unknown[]) => {
        const box = args.at(-1) as MessageBoxOptions;
        boxes.push(box);
        return { response: box.buttons!.indexOf(left.shift()!), checkboxChecked: false };
      },
    },
    log: listLogger(),
    words: english,
    failedTwice: true,
    resetSettings: () => (done.push('settings'), '/data/settings.old.json'),
    setHistoryAside: () => (done.push('history'), null),
    copyDiagnostics: async () => void done.push('copy'),
    openDataDir: async () => void done.push('folder'),
    ...change,
  });
  return { starts, done, details: boxes.map(({ detail }) => detail!.split('\n')[0]), boxes };
}

describe('the recovery', () => {
  it('starts, or does not, as it is told', async () => {
    expect(await walk(['Start normally'])).toMatchObject({ starts: true, done: [] });
    expect(await walk(['Quit'])).toMatchObject({ starts: false, done: [] });
  });

  it('does one thing after the other, says what became of it, and asks again', async () => {
    const buttons = ['Reset settings', 'Set history aside', 'Copy diagnostics', 'Open data folder', 'Start normally'];
    const { starts, done, details } = await walk(buttons);
    expect([starts, done]).toEqual([true, ['settings', 'history', 'copy', 'folder']]);
    expect(details).toEqual([
      expect.stringContaining('The last two starts failed before a window opened.'),
      'The settings are reset. The old file is /data/settings.old.json.',
      'There was no history to set aside.',
      'The diagnostics are on the clipboard. No secret is in them.',
      'The data folder is open.',
    ]);
  });

  it('says why a step failed, and what to do, and asks again', async () => {
    const refuse = () => {
      throw plainError('HOST_RUNNING', 'OTP Dock is already running.', 'End it first.');
    };
    const { starts, details } = await walk(['Set history aside', 'Quit'], { setHistoryAside: refuse });
    expect(starts).toBe(false);
    expect(details[1]).toBe('OTP Dock is already running. End it first.');
  });

  it('takes a closed box for Quit, and Enter for a normal start', async () => {
    const { boxes } = await walk(['Quit'], { failedTwice: false });
    const [{ buttons = [], cancelId, defaultId, detail }] = boxes as [MessageBoxOptions];
    expect([buttons[cancelId!], buttons[defaultId!]]).toEqual(['Quit', 'Start normally']);
    expect(detail).toMatch(/^You asked for safe mode\./);
  });
});
