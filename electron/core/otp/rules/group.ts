import { patterns } from '../../../contract/sentences/patterns.ts';
import { phrases, type Sentence } from '../../../contract/sentences/sentence.ts';
import type { Reader } from './reader.ts';

const say = phrases(patterns);

/** What the opening of a group says; `code` for the group that finds the code. */
export type GroupKind = 'plain' | 'code';

/** Reads the opening of a group; its bracket has been read. Refuses the kinds that are not supported. */
export function readOpening(reader: Reader): GroupKind {
  const start = reader.index - 1;
  if (reader.peek() !== '?' || reader.take(/\?:/)) return 'plain';
  if (reader.take(/\?<code>/)) return 'code';
  const [what, hint] = objection(reader);
  return reader.fail(what, hint, start);
}

function objection(reader: Reader): [what: Sentence, hint: Sentence] {
  if (reader.take(/\?[=!]/)) return [say.looksAhead, say.wordingHint];
  if (reader.take(/\?<[=!]/)) return [say.looksBehind, say.wordingHint];
  const name = reader.take(/\?P?<(\w*)>?/)?.[1];
  if (name === 'code') return [say.otherCodeGroup, say.otherCodeGroupHint];
  if (name !== undefined) return [say.namedGroup({ name }), say.namedGroupHint];
  if (reader.take(/\?[a-z-]+[:)]/)) {
    return [say.flags, say.flagsHint];
  }
  return [say.groupKind, say.groupKindHint];
}
