import type { EndedSession } from '../../core/sharing/endedSessions.ts';
import type { Database } from './database.ts';

/** See SessionHistory. */
export function readEndedSessions({ sql }: Database): EndedSession[] {
  return sql('SELECT id, until FROM ended_sessions')
    .all()
    .map((row) => ({ ...(row as unknown as EndedSession) }));
}

export function addEndedSession({ sql }: Database, { id, until }: EndedSession, now: number): void {
  sql('DELETE FROM ended_sessions WHERE until <= ?').run(now);
  sql('INSERT OR IGNORE INTO ended_sessions (id, until) VALUES (?, ?)').run(id, until);
}
