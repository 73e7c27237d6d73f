import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { Extraction } from '../../../electron/contract/state.ts';
import { useAppState, useClient } from '../../state/context.ts';

/** `text` is the text that was asked about: its places mean nothing in another text. */
export type Trial =
  { kind: 'looking' } | { kind: 'found'; text: string; found: Extraction } | { kind: 'failed'; failure: Failure };

const typingPauseMs = 250;

/**
 * What the host finds in a text. It is asked once typing pauses, and again when the rules change. The last answer stays
 * until the next one arrives; an answer about an outdated text is dropped.
 */
export function useTrial(text: string, from: string): Trial {
  const client = useClient();
  const rules = JSON.stringify(useAppState().settings.rules);
  const [settled] = useDebouncedValue(JSON.stringify([text, from.trim(), rules]), typingPauseMs);
  const [trial, setTrial] = useState<Trial>({ kind: 'looking' });
  useEffect(() => {
    const [text, from] = JSON.parse(settled) as [text: string, from: string, rules: string];
    let stale = false;
    const show = (next: Trial) => {
      if (!stale) setTrial(next);
    };
    client.call('texts.try', { text, ...(from !== '' && { from }) }).then(
      (found) => show({ kind: 'found', text, found }),
      (thrown: unknown) => show({ kind: 'failed', failure: toFailure(thrown) }),
    );
    return () => {
      stale = true;
    };
  }, [client, settled]);
  return trial;
}
