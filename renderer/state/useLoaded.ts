import { useEffect, useEffectEvent, useState } from 'react';
import { toFailure, type Failure } from '../../electron/contract/errors.ts';
import { share } from './share.ts';

export interface Loaded<T> {
  /** The latest answer; it stays during a new request. */
  value: T | null;
  failure: Failure | null;
  loading: boolean;
  reload: () => void;
}

interface Answer<T> {
  subject: string;
  round: string;
  value: T | null;
  failure: Failure | null;
}

/** However many things change in a row, the host is asked once in this time. Milliseconds. */
const settleMs = 400;

/**
 * The host's answer about a subject; null asks for nothing. A new subject starts over. A new `version` asks again but
 * keeps the last answer until the new one arrives; an equal answer stays the same object. An outdated answer is
 * dropped.
 */
export function useLoaded<T>(load: () => Promise<T>, subject: string | null, version: string | number = 0): Loaded<T> {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const ask = useEffectEvent(load);
  const settled = useSettled(version);
  const round = `${settled}/${tries}`;
  useEffect(() => {
    if (subject === null) return;
    let stale = false;
    const show = (next: (before: Answer<T> | null) => Answer<T>) => {
      if (!stale) setAnswer(next);
    };
    ask().then(
      (value) => show((before) => ({ subject, round, value: share(valueFor(subject, before), value), failure: null })),
      (thrown: unknown) =>
        show((before) => ({ subject, round, value: valueFor(subject, before), failure: toFailure(thrown) })),
    );
    return () => {
      stale = true;
    };
  }, [subject, round]);
  const known = answer?.subject === subject ? answer : null;
  return {
    value: known?.value ?? null,
    failure: known?.failure ?? null,
    loading: subject !== null && known?.round !== round,
    reload: () => setTries((count) => count + 1),
  };
}

function valueFor<T>(subject: string, answer: Answer<T> | null): T | null {
  return answer?.subject === subject ? answer.value : null;
}

/** Follows a value, but not more often than that; unlike a debounced one, it also follows one that never rests. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const settle = useEffectEvent(() => setSettled(value));
  const isBehind = settled !== value;
  useEffect(() => {
    if (!isBehind) return;
    // Not once: it may be behind again in the moment in which it settles.
    const timer = setInterval(() => settle(), settleMs);
    return () => clearInterval(timer);
  }, [isBehind]);
  return settled;
}
