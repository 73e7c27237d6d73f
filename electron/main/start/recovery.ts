import type { Dialog } from 'electron';
import { toFailure } from '../../contract/errors.ts';
import type { MainWords } from '../../contract/words/main.ts';
import type { Logger } from '../../core/ports.ts';

export interface RecoveryOptions {
  dialog: Pick<Dialog, 'showMessageBox'>;
  log: Logger;
  words: MainWords;
  /** Why it asks: the last starts failed, or `--safe-mode`. */
  failedTwice: boolean;
  /** Returns where the old file is; null when there was none. */
  resetSettings(): string | null;
  /** As `resetSettings`, for the history. Throws HOST_RUNNING while another host uses it. */
  setHistoryAside(): string | null;
  copyDiagnostics(): Promise<void>;
  openDataDir(): Promise<void>;
}

type Step = keyof MainWords['recovery']['buttons'];

const steps = ['start', 'settings', 'history', 'copy', 'folder', 'quit'] as const satisfies Step[];

/**
 * Asks what to do, before anything is opened or asked of Twilio. It is a box of the system, because the app's own page
 * may be what fails. Resolves to whether to start.
 */
export async function recover(options: RecoveryOptions): Promise<boolean> {
  const { recovery } = options.words;
  let said = options.failedTwice ? recovery.failedTwice : recovery.asked;
  for (;;) {
    const step = await ask(options, said);
    if (step === 'start' || step === 'quit') return step === 'start';
    said = await carryOut(step, options);
  }
}

async function ask({ dialog, words }: RecoveryOptions, said: string): Promise<Step> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: words.appName,
    message: words.recovery.title,
    detail: `${said}\n\n${words.recovery.explained}`,
    buttons: steps.map((step) => words.recovery.buttons[step]),
    defaultId: steps.indexOf('start'),
    cancelId: steps.indexOf('quit'),
    noLink: true,
  });
  return steps[response] ?? 'quit';
}

/** Resolves to what to tell the person. */
async function carryOut(step: Exclude<Step, 'start' | 'quit'>, options: RecoveryOptions): Promise<string> {
  const { recovery, said } = options.words;
  const { done } = recovery;
  try {
    switch (step) {
      case 'settings':
        return where(options.resetSettings(), done.settings, done.noSettings);
      case 'history':
        return where(options.setHistoryAside(), done.history, done.noHistory);
      case 'copy':
        await options.copyDiagnostics();
        return done.copy;
      case 'folder':
        await options.openDataDir();
        return done.folder;
    }
  } catch (thrown) {
    options.log.error('A step of the recovery failed.', thrown);
    const { message, hint } = toFailure(thrown);
    return `${said(message)} ${said(hint)}`;
  }
}

function where(file: string | null, say: (values: { file: string }) => string, none: string): string {
  return file === null ? none : say({ file });
}
