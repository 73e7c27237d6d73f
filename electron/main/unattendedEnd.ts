import type { App, Event, PowerMonitor } from 'electron';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export interface EndSources {
  app: Pick<App, 'on'>;
  powerMonitor: Pick<PowerMonitor, 'on'>;
  process: Pick<NodeJS.Process, 'on'>;
}

/** Calls `end` when the system shuts down, the person logs off, or a signal asks the process to end. After `ready` only. */
export function onUnattendedEnd({ app, powerMonitor, process }: EndSources, end: () => void): void {
  // Linux and macOS: a system whose shutdown is put off waits for the app to quit by itself, for some seconds.
  powerMonitor.on('shutdown', (event?: Pick<Event, 'preventDefault'>) => {
    event?.preventDefault();
    end();
  });
  // Windows emits no before-quit in this case; there each window hears of it.
  app.on('browser-window-created', (_event, window) => void window.on('session-end', end));
  // Electron makes a quit of these signals, which could not be told from that of a person.
  for (const signal of signals) process.on(signal, end);
}
