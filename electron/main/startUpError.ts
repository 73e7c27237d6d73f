import { dialog, type App } from 'electron';
import { toFailure } from '../contract/errors.ts';
import type { Logger } from '../core/ports.ts';
import { mainWords } from '../contract/words/words.ts';

/** Says why the app cannot run, in words without secrets, and ends it. */
export function failStartUp(
  app: Pick<App, 'exit' | 'getPreferredSystemLanguages'>,
  log: Logger,
  thrown: unknown,
): void {
  log.error('OTP Dock could not start.', thrown);
  const { message, hint } = toFailure(thrown);
  // The settings may be what could not be read.
  const words = mainWords('auto', app.getPreferredSystemLanguages());
  dialog.showErrorBox(words.notStarted, `${words.said(message)}\n\n${words.said(hint)}`);
  app.exit(1);
}
