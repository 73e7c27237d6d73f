import { dialog, type App } from 'electron';
import { toFailure } from '../contract/errors.ts';
import type { Logger } from '../core/ports.ts';

/** Says why the app cannot run, in words without secrets, and ends it. */
export function failStartUp(app: Pick<App, 'exit'>, log: Logger, thrown: unknown): void {
  log.error('OTP Dock could not start.', thrown);
  const { message, hint } = toFailure(thrown);
  dialog.showErrorBox('OTP Dock could not start', `${message}\n\n${hint}`);
  app.exit(1);
}
