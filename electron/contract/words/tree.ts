import type { MessageTree } from './messageTree.ts';
import type { Values } from './phrase.ts';
import type { HostSlots } from './hostSlots.ts';
import type { PageSlots } from './pageSlots.ts';

/** A catalogue's messages, ready to use: those with slots are functions of their values. */
export type Said<Messages, Text, Path extends string> = {
  readonly [Name in keyof Messages & string]: Messages[Name] extends string
    ? Leaf<`${Path}.${Name}`, Text>
    : Messages[Name] extends readonly string[]
      ? readonly Text[]
      : Said<Messages[Name], Text, `${Path}.${Name}`>;
};

type Slots = HostSlots & PageSlots;

type Leaf<Path, Text> = Path extends keyof Slots ? (values: Slots[Path]) => Text : Text;

/** Builds it: `say` turns the message at a path into what is said. */
export function saidBy<Messages extends MessageTree, Text, Path extends string>(
  messages: Messages,
  path: Path,
  say: (path: string, values?: Values) => Text,
): Said<Messages, Text, Path> {
  const said = Object.entries(messages).map(([name, message]) => [name, leafOrTree(message, `${path}.${name}`, say)]);
  return Object.fromEntries(said) as Said<Messages, Text, Path>;
}

function leafOrTree<Text>(
  message: MessageTree[string],
  path: string,
  say: (path: string, values?: Values) => Text,
): unknown {
  if (isList(message)) return message.map((_, index) => say(`${path}.${index}`));
  if (typeof message !== 'string' && !Array.isArray(message)) return saidBy(message as MessageTree, path, say);
  return hasSlots(message) ? (values: Values) => say(path, values) : say(path);
}

function isList(message: MessageTree[string]): message is readonly string[] {
  return Array.isArray(message) && typeof message[0] === 'string';
}

/** In ICU messages, text between apostrophes is literal if it begins with a brace. */
function hasSlots(message: string | readonly unknown[]): boolean {
  if (typeof message === 'string') return message.replaceAll(/'[{}][^']*'/g, '').includes('{');
  return message.some((element) => (element as { type: number }).type !== literal);
}

/** Of an element of a parsed message: https://formatjs.github.io/docs/icu-messageformat-parser */
const literal = 0;
