import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const about = z.strictObject({ about: z.string().min(1) });
const entry = z.strictObject({ language: z.string().min(2), text: z.string() });
const code = z.string().min(3);

/** Messages with a code, worded as services word them; the brands are made up. */
export const positives = read('positives', entry.extend({ code }));

/** Messages without a code, as hard as they come; the brands are made up. */
export const negatives = read('negatives', entry.extend({ code: z.null() }));

/** Messages by the kind of difficulty, with a code and without one; the brands are made up. */
export const kinds = byFile('kinds', entry.extend({ code: code.nullable() }));

/** All files of a folder: their first line says what they are about, each other one is a message. */
function read<Entry>(folder: string, schema: z.ZodType<Entry>): Entry[] {
  return Object.values(byFile(folder, schema)).flat();
}

function byFile<Entry>(folder: string, schema: z.ZodType<Entry>): Record<string, Entry[]> {
  const path = new URL(`texts/${folder}/`, import.meta.url);
  const entriesOf = (file: string) => {
    const [first, ...others] = readFileSync(new URL(file, path), 'utf8').trimEnd().split('\n');
    about.parse(JSON.parse(first ?? ''));
    return others.map((line) => schema.parse(JSON.parse(line)));
  };
  return Object.fromEntries(readdirSync(path).map((file) => [file.replace('.jsonl', ''), entriesOf(file)]));
}
