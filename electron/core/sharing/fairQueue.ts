/** Something that waits. `seq` is the order of arrival; see `joined`. */
export interface Waiting {
  key: string;
  holder: string | null;
  seq: number;
}

/**
 * Who waits for a number: first come, first served within a holder, and the holders take turns, so that one with many
 * requests does not shut out one with a single request. Never changed in place.
 */
export interface FairQueue<W extends Waiting> {
  /** In the order of arrival. */
  waiting: readonly W[];
  /**
   * When each holder had its last turn; holders without one are missing. Kept while nothing of theirs waits: whoever
   * asks for one at a time would otherwise always be new, and first.
   */
  turns: ReadonlyMap<string | null, number>;
  /** The last turn. */
  turn: number;
}

export function emptyQueue<W extends Waiting>(): FairQueue<W> {
  return { waiting: [], turns: new Map(), turn: 0 };
}

/** Puts it where its `seq` says: one that left may get its place back. */
export function joined<W extends Waiting>(queue: FairQueue<W>, one: W): FairQueue<W> {
  const others = queue.waiting.filter(({ key }) => key !== one.key);
  return { ...queue, waiting: [...others, one].sort((a, b) => a.seq - b.seq) };
}

/** Removes it without giving it a turn. */
export function withdrawn<W extends Waiting>(queue: FairQueue<W>, key: string): FairQueue<W> {
  return { ...queue, waiting: queue.waiting.filter((one) => one.key !== key) };
}

/** Gives it its turn: removes it, and lets the other holders go first next time. */
export function served<W extends Waiting>(queue: FairQueue<W>, { key, holder }: W): FairQueue<W> {
  const turn = queue.turn + 1;
  return { ...withdrawn(queue, key), turn, turns: new Map(queue.turns).set(holder, turn) };
}

/**
 * Whose turn it is: the first that can be served, by how long ago its holder had a turn. One that cannot be served now
 * blocks nobody behind it. null: nobody can be served.
 */
export function nextOf<W extends Waiting>(queue: FairQueue<W>, canServe: (one: W) => boolean): W | null {
  const turnOf = ({ holder }: W) => queue.turns.get(holder) ?? 0;
  const inTurn = queue.waiting.toSorted((a, b) => turnOf(a) - turnOf(b) || a.seq - b.seq);
  return inTurn.find(canServe) ?? null;
}
