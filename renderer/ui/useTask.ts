import { useState } from 'react';
import { toFailure, type Failure } from '../../electron/contract/errors.ts';
import { showFailure } from './toasts.tsx';

interface Task<A extends unknown[], T> {
  /** Resolves to undefined on failure. */
  run: (...given: A) => Promise<T | undefined>;
  busy: boolean;
}

/** Work behind a button: busy while it runs, and a toast when it fails, unless `fail` handles that. */
export function useTask<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
  fail: (failure: Failure) => void = showFailure,
): Task<A, T> {
  const [busy, setBusy] = useState(false);
  const run = async (...given: A) => {
    setBusy(true);
    try {
      return await work(...given);
    } catch (thrown) {
      fail(toFailure(thrown));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}
