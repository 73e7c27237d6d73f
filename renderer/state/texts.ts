import type { Candidate } from '../../electron/contract/state.ts';

/** A text to look for a code in, with what is known of it. */
export interface GivenText {
  text: string;
  /** The sender; empty when it is not known. */
  from: string;
  candidates: readonly Candidate[];
}

/** What a person can do with a text, wherever it is shown. */
export interface TextActions {
  /** Fills the text in where texts are tried. */
  tryText: (given: GivenText) => void;
  /** Opens the dialog in which the code is marked. */
  teach: (given: GivenText) => void;
}
