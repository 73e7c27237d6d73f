/** The way back from a text to the one that it was made of, kept where the two do not go in step. */
export class Places {
  // One list for each field, because hostile texts have hundreds of thousands of changes.
  /** Where what a character became begins and ends in the text. */
  #starts: number[] = [];
  #ends: number[] = [];
  /** Where the character stood in the original, and where the next begins there. */
  #at: number[] = [];
  #after: number[] = [];

  /** A character that became more, or fewer, than it was. Changes are noted in their order. */
  note(start: number, end: number, at: number, after: number): void {
    const last = this.#starts.length - 1;
    // One of several that were left out in a row: they are one change.
    if (start === end && this.#starts[last] === start && this.#ends[last] === end) this.#after[last] = after;
    else {
      this.#starts.push(start);
      this.#ends.push(end);
      this.#at.push(at);
      this.#after.push(after);
    }
  }

  toOriginal(index: number): number {
    const change = this.#lastBefore(index);
    if (change < 0) return index;
    const [end, at, after] = [this.#ends[change]!, this.#at[change]!, this.#after[change]!];
    return index < end ? at : after + index - end;
  }

  /** The last change that begins at an index or before it; -1 where there is none. */
  #lastBefore(index: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
