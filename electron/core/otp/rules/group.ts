import type { Reader } from './reader.ts';

/** What the opening of a group says; `code` for the group that finds the code. */
export type GroupKind = 'plain' | 'code';

const wordingHint = 'Write the wording itself before or after (?<code>…): the group alone is taken as the code.';

/** Reads the opening of a group; its bracket has been read. Refuses the kinds that are not supported. */
export function readOpening(reader: Reader): GroupKind {
  const start = reader.index - 1;
  if (reader.peek() !== '?' || reader.take(/\?:/)) return 'plain';
  if (reader.take(/\?<code>/)) return 'code';
  const [what, hint] = objection(reader);
  return reader.fail(what, hint, start);
}

function objection(reader: Reader): [what: string, hint: string] {
  if (reader.take(/\?[=!]/)) return ['looking ahead, as (?= and (?! do, is not supported', wordingHint];
  if (reader.take(/\?<[=!]/)) return ['looking behind, as (?<= and (?<! do, is not supported', wordingHint];
  const name = reader.take(/\?P?<(\w*)>?/)?.[1];
  if (name === 'code') return ['the group of the code is written in another way here', 'Write it as (?<code>…).'];
  if (name !== undefined) return [`a group with the name “${name}” is not supported`, 'Write it as (…) or (?:…).'];
  if (reader.take(/\?[a-z-]+[:)]/)) {
    return [
      'flags inside a pattern are not supported',
      'Leave them out: case never counts, and ^ and $ are the ends of a line.',
    ];
  }
  return ['this kind of group is not supported', 'Write it as (…), (?:…) or (?<code>…).'];
}
