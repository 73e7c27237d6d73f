/** Something that waits. `seq` tells the order of arrival; see `joined`. */
export interface Waiting {
  key: string;
  holder: string | null;
  seq: number;
}

/**
 * Who waits for a number: first come, first served within a holder, and the holders in turn, so that one with many
 * requests does not keep out another with one. A value; what follows from it is another.
 */
export interface FairQueue<W extends Waiting> {
  /** In the order of arrival. */
  waiting: readonly W[];
  /**
   * When each holder had its last turn; a holder that had none is missing. Kept while it has nothing waiting, or who
   * always asks for one at a time would always be new, and first.
   */
  turns: ReadonlyMap<string | null, number>;
  /** The last turn. */
  turn: number;
}

export function emptyQueue<W extends Waiting>(): FairQueue<W> {
  return { waiting: [], turns: new Map(), turn: 0 };
}

/** Puts it where its `seq` says: one that had left may come back to its place. */
export function joined<W extends Waiting>(queue: FairQueue<W>, one: W): FairQueue<W> {
  const others = queue.waiting.filter(({ key }) => key !== one.key);
  return { ...queue, waiting: [...others, one].sort((a, b) => a.seq - b.seq) };
}

/** It waits no longer, and had no turn. */
export function withdrawn<W extends Waiting>(queue: FairQueue<W>, key: string): FairQueue<W> {
  return { ...queue, waiting: queue.waiting.filter((one) => one.key !== key) };
}

/** It is its turn: it waits no longer, and the other holders come before its next one. */
export function served<W extends Waiting>(queue: FairQueue<W>, { key, holder }: W): FairQueue<W> {
  const turn = queue.turn + 1;
  return { ...withdrawn(queue, key), turn, turns: new Map(queue.turns).set(holder, turn) };
}

/**
 * Whose turn it is: of the holders that waited longest since their last turn, the first that can be served. One that
 * cannot be served now blocks nobody behind it. null: nobody can.
 */
export function nextOf<W extends Waiting>(queue: FairQueue<W>, canServe: (one: W) => boolean): W | null {
  const turnOf = ({ holder }: W) => queue.turns.get(holder) ?? 0;
  const inTurn = queue.waiting.toSorted((a, b) => turnOf(a) - turnOf(b) || a.seq - b.seq);
  return inTurn.find(canServe) ?? null;
}
