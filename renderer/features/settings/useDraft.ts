import { useState, type KeyboardEvent, type ReactNode } from 'react';

interface Draft<D, V> {
  /** The draft if there is one, else the stored value. */
  shown: D | V;
  isChanged: boolean;
  type: (draft: D) => void;
  /** Saves the draft; if that fails, it stays in the field. */
  commit: () => Promise<void>;
  /** Enter saves, Escape restores the stored value. */
  onKeyDown: (event: KeyboardEvent) => void;
}

interface DraftOptions<D, V> {
  stored: V;
  /** What is wrong with the last draft that was tried. */
  error: ReactNode;
  /** Shows what is wrong with a draft, or that nothing is. */
  check: (draft: D) => unknown;
  save: (draft: D) => Promise<boolean>;
  /** Clears the draft's error. */
  reset: () => void;
}

/** What a person types into a field, until it is saved or discarded. An error goes as soon as the draft is right. */
export function useDraft<D, V>({ stored, error, check, save, reset }: DraftOptions<D, V>): Draft<D, V> {
  /** Wrapped in an object, because a draft may have any value. */
  const [draft, setDraft] = useState<{ value: D } | null>(null);
  const commit = async () => {
    if (draft !== null && (await save(draft.value))) setDraft((now) => (now === draft ? null : now));
  };
  const giveUp = () => {
    setDraft(null);
    reset();
  };
  return {
    shown: draft === null ? stored : draft.value,
    isChanged: draft !== null && !Object.is(draft.value, stored),
    type: (value) => {
      setDraft({ value });
      if (error !== null) check(value);
    },
    commit,
    onKeyDown: (event) => {
      if (event.key === 'Enter') void commit();
      if (event.key === 'Escape' && draft !== null) giveUp();
    },
  };
}
