/** The way back from a text to its original. It only keeps the places where the two differ in length. */
export class Places {
  // One list for each field, because hostile texts have hundreds of thousands of changes.
  /** Where a character's replacement begins and ends in the text. */
  #starts: number[] = [];
  #ends: number[] = [];
  /** Where the character was in the original, and where the next one begins there. */
  #at: number[] = [];
  #after: number[] = [];

  /** Notes a character whose replacement is longer or shorter. Changes are noted in order. */
  note(start: number, end: number, at: number, after: number): void {
    const last = this.#starts.length - 1;
    // Several characters left out in a row are one change.
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
