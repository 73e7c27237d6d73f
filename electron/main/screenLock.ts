import type { PowerMonitor } from 'electron';

/** Says whether the screen is locked: by the events of macOS and Windows, elsewhere by what the system says when asked. */
export function watchLock(powerMonitor: Pick<PowerMonitor, 'on' | 'getSystemIdleState'>): () => boolean {
  let locked = false;
  powerMonitor.on('lock-screen', () => (locked = true));
  powerMonitor.on('unlock-screen', () => (locked = false));
  return () => locked || powerMonitor.getSystemIdleState(60) === 'locked';
}
