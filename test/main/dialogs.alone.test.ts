import type { BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { askBeforeQuit } from '../../electron/main/dialogs.ts';

const electron = vi.hoisted(() => ({
  showMessageBox: vi.fn<(...args: unknown[]) => Promise<MessageBoxReturnValue>>(),
}));

vi.mock('electron', () => ({ dialog: electron, nativeTheme: {}, BrowserWindow: undefined }));

const question = {
  message: '1 number is still in use.',
  detail: 'What that means.',
  buttons: { release: 'Give back', keep: 'Keep', cancel: 'Cancel' },
  always: 'Always do this',
};

function answering(response: number, checkboxChecked = false): void {
  electron.showMessageBox.mockResolvedValue({ response, checkboxChecked });
}

function minimisedWindow() {
  const calls: string[] = [];
  const note = (name: string) => () => void calls.push(name);
  const window = { isMinimized: () => true, restore: note('restore'), show: note('show'), focus: note('focus') };
  return { window: window as unknown as BrowserWindow, calls };
}

beforeEach(() => void electron.showMessageBox.mockReset());

test.each([
  [0, 'release'],
  [1, 'keep'],
  [2, 'cancel'],
])('button %i is %s', async (response, choice) => {
  answering(response, true);
  expect(await askBeforeQuit(null, question, new AbortController().signal)).toEqual({ choice, always: true });
});

test('the question hangs on the window, which is brought to the front for it', async () => {
  answering(2);
  const { window, calls } = minimisedWindow();
  const { signal } = new AbortController();
  await askBeforeQuit(window, question, signal);
  expect(calls).toEqual(['restore', 'show', 'focus']);
  expect(electron.showMessageBox).toHaveBeenCalledExactlyOnceWith(
    window,
    expect.objectContaining({
      message: question.message,
      detail: question.detail,
      buttons: ['Give back', 'Keep', 'Cancel'],
      checkboxLabel: 'Always do this',
      signal,
    } satisfies MessageBoxOptions),
  );
});

test('Escape is Cancel, also where there is no window', async () => {
  answering(2);
  await askBeforeQuit(null, question, new AbortController().signal);
  expect(electron.showMessageBox).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ cancelId: 2 }));
});
