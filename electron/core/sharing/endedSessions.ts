/** A browser that was signed out, by the id in its cookie, and when the cookie ends at the latest: milliseconds since the epoch. */
export interface EndedSession {
  id: string;
  until: number;
}

/** These in the History port; its promises work as it says. */
export interface SessionHistory {
  endedSessions(): Promise<EndedSession[]>;
  /** Forgets those whose cookies have ended by `now`. */
  addEndedSession(session: EndedSession, now: number): Promise<void>;
}

/** The browsers that were signed out, at this host or at another that was active before. */
export class EndedSessions {
  readonly #history: SessionHistory;
  #ids = new Set<string>();

  constructor(history: SessionHistory) {
    this.#history = history;
  }

  async load(): Promise<void> {
    this.#ids = new Set((await this.#history.endedSessions()).map(({ id }) => id));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Rejects with STORAGE_FAILED; then it is not signed out, and may be again. */
  async add(session: EndedSession, now: number): Promise<void> {
    await this.#history.addEndedSession(session, now);
    this.#ids.add(session.id);
  }
}
