import type { App as ElectronApp, Event } from 'electron';

const limitMs = 5_000;

/** Closes the runtime before the process ends: leases on disk, tunnel closed. Waits five seconds at most. */
export function closeBeforeQuit(app: Pick<ElectronApp, 'on' | 'quit'>, close: () => Promise<void>): void {
  let phase: 'running' | 'closing' | 'closed' = 'running';
  const finish = () => {
    phase = 'closed';
    app.quit();
  };
  app.on('before-quit', (event: Event) => {
    if (phase === 'closed') return;
    event.preventDefault();
    if (phase === 'closing') return;
    phase = 'closing';
    void Promise.race([close().catch(() => undefined), timeLimit()]).then(finish);
  });
}

function timeLimit(): Promise<void> {
  return new Promise((done) => setTimeout(done, limitMs).unref());
}
