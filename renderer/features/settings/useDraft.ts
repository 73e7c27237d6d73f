import { useState, type KeyboardEvent } from 'react';

interface Draft<D, V> {
  /** What is being typed, else what is stored. */
  shown: D | V;
  isChanged: boolean;
  type: (draft: D) => void;
  /** Saves what was typed; where that fails it stays in the field. */
  commit: () => Promise<void>;
  /** Enter saves, Escape brings back what is stored. */
  onKeyDown: (event: KeyboardEvent) => void;
}

interface DraftOptions<D, V> {
  stored: V;
  save: (draft: D) => Promise<boolean>;
  /** Forgets what was wrong with the draft. */
  reset: () => void;
}

/** What a person types into a field, until it is stored or given up. */
export function useDraft<D, V>({ stored, save, reset }: DraftOptions<D, V>): Draft<D, V> {
  /** In an object of its own, because a draft may be of any value. */
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
    type: (value) => setDraft({ value }),
    commit,
    onKeyDown: (event) => {
      if (event.key === 'Enter') void commit();
      if (event.key === 'Escape' && draft !== null) giveUp();
    },
  };
}
