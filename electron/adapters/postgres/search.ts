import type { Message } from '../../contract/state.ts';
import { numbersIn, wordsOf } from '../history/terms.ts';
import { join, sql, type Query } from './query.ts';

/** Accents, but not the vowel signs of Devanagari, without which a word is another one. */
const accents = /[\u0300-\u036f]/g;

/** PostgreSQL's texts cannot hold NUL, nor half a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}

/** A text as it is compared in a search: in any letter case, with or without accents. */
export function folded(text: string): string {
  return storable(text).normalize('NFD').replace(accents, '').normalize('NFC').toLowerCase();
}

/** What is searched of a message and of the label of its lease. No word of a search goes over a line. */
export function searchedIn({ body, from, to, service, code }: Message, label: string | null = null): string {
  return folded([body, from, to, service, code, label].filter((text) => text !== null).join('\n'));
}

/** Messages that have each word somewhere, or the number that the words are together. */
export function matching(search: string): Query {
  const words = wordsOf(search);
  if (words.length === 0) return sql`true`;
  const all = sql`(${join(words.map(contains), ' AND ')})`;
  return sql`(${join([all, ...numbersIn(search).map(contains)], ' OR ')})`;
}

function contains(text: string): Query {
  return sql`texts LIKE ${`%${folded(text).replace(/[\\%_]/g, '\\$&')}%`}`;
}
