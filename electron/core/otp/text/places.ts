/** The most characters of the original between a change of length and the place before it that is noted. */
export const stride = 64;

/** Where a text and its original stand beside each other. */
interface Place {
  start: number;
  at: number;
}

/** The way back from a text to its original: a place here and there, because hostile texts differ everywhere. */
export class Places {
  #starts: number[] = [];
  #at: number[] = [];

  /** Notes a character whose replacement is longer or shorter. Changes are noted in order. */
  note(start: number, at: number): void {
    if (at < (this.#at.at(-1) ?? -stride) + stride) return;
    this.#starts.push(start);
    this.#at.push(at);
  }

  /** The last place that is noted at an index of the text or before it; null where the two do not differ yet. */
  lastBefore(index: number): Place | null {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? null : { start: this.#starts[low - 1]!, at: this.#at[low - 1]! };
  }
}
