import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import { quitChoices, type QuitChoice, type QuitQuestion } from './quitQuestion.ts';
import { bringToFront } from './window.ts';

export interface QuitAnswer {
  choice: QuitChoice;
  /** Do this each time. */
  always: boolean;
}

/** Puts the question on the window, or by itself where there is none. `signal` takes it away, which counts as Cancel. */
export async function askBeforeQuit(
  window: BrowserWindow | null,
  question: QuitQuestion,
  signal: AbortSignal,
): Promise<QuitAnswer> {
  const options: MessageBoxOptions = {
    type: 'question',
    message: question.message,
    detail: question.detail,
    buttons: quitChoices.map((choice) => question.buttons[choice]),
    defaultId: quitChoices.indexOf('release'),
    cancelId: quitChoices.indexOf('cancel'),
    checkboxLabel: question.always,
    // Windows would make large links of the buttons, with Cancel apart from them.
    noLink: true,
    signal,
  };
  // On macOS the question hangs on the window as a sheet: nobody sees it on one that is minimised.
  if (window) bringToFront(window);
  const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return { choice: quitChoices[answer.response] ?? 'cancel', always: answer.checkboxChecked };
}
