import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { messagesOf, type Tree } from './messages.ts';

const words = join(import.meta.dirname, '../../electron/contract/words');

type Slots = Map<string, 'Value' | 'number' | 'string'>;
/** A parsed ICU message: https://formatjs.github.io/docs/icu-messageformat-parser */
interface Element {
  type: number;
  value: string;
  options?: Record<string, { value: Element[] }>;
}
const [literal, select, plural, pound] = [0, 5, 6, 7];

/** The slots of a message. A count picks a plural, a name picks one of several texts; all others hold any value. */
export function slotsOf(message: string): Slots {
  const slots: Slots = new Map();
  readInto(slots, new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as Element[]);
  return slots;
}

function readInto(slots: Slots, elements: readonly Element[]): void {
  for (const { type, value, options } of elements) {
    if (type === literal || type === pound) continue;
    if (type === plural) slots.set(value, 'number');
    else if (type === select) slots.set(value, 'string');
    else if (!slots.has(value)) slots.set(value, 'Value');
    for (const option of Object.values(options ?? {})) readInto(slots, option.value);
  }
}

/** What the host says, and what the page says. */
type Part = 'host' | 'page';

/** The TypeScript types of the messages' values, based on the English messages. */
export function slotTypes(tree: Tree, part: Part): string {
  const lines = messagesOf(tree).flatMap(([path, message]) => {
    if (path.startsWith('page.') !== (part === 'page')) return [];
    const slots = [...slotsOf(message)].map(([name, type]) => `${name}: ${type}`);
    return slots.length > 0 ? [`  '${path}': { ${slots.join('; ')} };\n`] : [];
  });
  const name = part === 'page' ? 'PageSlots' : 'HostSlots';
  return `// Made from en.json by “npm run words”.\nimport type { Value } from './phrase.ts';\n\n/** What each message needs to be said. */\nexport interface ${name} {\n${lines.join('')}}\n`;
}

export const slotsFiles: Record<Part, string> = {
  host: join(words, 'hostSlots.ts'),
  page: join(words, 'pageSlots.ts'),
};

export function englishMessages(): Tree {
  return JSON.parse(readFileSync(join(words, 'en.json'), 'utf8')) as Tree;
}

if (import.meta.main)
  for (const part of ['host', 'page'] as const) writeFileSync(slotsFiles[part], slotTypes(englishMessages(), part));
