import { secondOf } from '../contract/time.ts';
import type { App } from '../core/app.ts';
import type { Logger } from '../core/ports.ts';
import type { ClipboardKeeper } from './clipboardKeeper.ts';

/** Copies each code that comes in from now on, once, while Settings ask for it. */
export function autoCopy(app: Pick<App, 'state' | 'on'>, keeper: Pick<ClipboardKeeper, 'copy'>, log: Logger): void {
  const since = secondOf(Date.now());
  const known = new Set<string>();
  app.on('message', ({ sid, code, receivedAt }) => {
    // A message is told twice when it is found out later whose it is or what it says; older ones are history that was read.
    if (code === null || known.has(sid) || Date.parse(receivedAt) < since) return;
    known.add(sid);
    if (!app.state().settings.autoCopy) return;
    keeper.copy(code).catch(() => log.warn('A code could not be copied.'));
  });
}
