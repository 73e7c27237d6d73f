/** Something that is made from the ledger, kept until the ledger changes. */
export class OfRevision<T> {
  #made: { revision: number; value: T } | null = null;

  /** `revision`: the ledger's. */
  at(revision: number, make: () => T): T {
    if (this.#made?.revision !== revision) this.#made = { revision, value: make() };
    return this.#made.value;
  }
}
