import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import { toFailure } from '../contract/errors.ts';
import type { MainWords } from '../contract/words/main.ts';
import type { SecretName } from '../core/ports.ts';
import { quitChoices, type QuitAnswer, type QuitQuestion } from './quit/quitQuestion.ts';
import { bringToFront } from './window.ts';

/** Asks on the window, or in a box of its own if there is none. `signal` closes the box, which counts as Cancel. */
export async function askBeforeQuit(
  window: BrowserWindow | null,
  { message, detail, buttons, always }: QuitQuestion,
  signal: AbortSignal,
): Promise<QuitAnswer> {
  const options: MessageBoxOptions = {
    type: 'question',
    message,
    detail,
    buttons: quitChoices.map((choice) => buttons[choice]),
    defaultId: quitChoices.indexOf('release'),
    cancelId: quitChoices.indexOf('cancel'),
    checkboxLabel: always,
    // Otherwise Windows shows the buttons as large links, apart from Cancel.
    noLink: true,
    signal,
  };
  // On macOS the question is a sheet on the window, and a minimised window would hide it.
  if (window) bringToFront(window);
  const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return { choice: quitChoices[answer.response] ?? 'cancel', always: answer.checkboxChecked };
}

/** Names the stored secrets that could not be decrypted. */
export function warnOfUnreadable(
  secrets: ReadonlySet<SecretName>,
  window: BrowserWindow,
  { secrets: text }: MainWords,
): void {
  if (secrets.size === 0) return;
  const what = [...secrets].map((name) => text.names[name]).reduce((one, other) => text.and({ one, other }));
  void dialog.showMessageBox(window, { type: 'warning', message: text.unreadable({ what }), detail: text.hint });
}

/** Says why the app cannot start. Blocks until the box is closed. */
export function showStartError(thrown: unknown, words: MainWords): void {
  const { message, hint } = toFailure(thrown);
  dialog.showErrorBox(words.notStarted, `${words.said(message)}\n\n${words.said(hint)}`);
}
