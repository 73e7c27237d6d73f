import type { Candidate } from '../../electron/contract/state.ts';

/** A text in which to look for a code, with what is known about it. */
export interface GivenText {
  text: string;
  /** The sender; empty when unknown. */
  from: string;
  candidates: readonly Candidate[];
}

/** What a person can do with a text, wherever it appears. */
export interface TextActions {
  /** Fills in the text where texts are tried. */
  tryText: (given: GivenText) => void;
  /** Opens the dialog for marking the code. */
  teach: (given: GivenText) => void;
}
