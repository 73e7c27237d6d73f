import { z } from 'zod';
import { extract } from '../../core/otp/extract.ts';
import { usageError } from '../output.ts';
import type { Process } from '../process.ts';
import { inEnglish } from '../../contract/words/english.ts';

const lineSchema = z.object({ text: z.string() });

/** Reads one JSON object per line from stdin and prints at once, in order, a line with what was found in its `text`. */
export async function parse({ stdin, stdout }: Process): Promise<void> {
  let number = 0;
  stdin.setEncoding('utf8');
  for await (const lines of completeLines(stdin)) {
    const answers: string[] = [];
    try {
      for (const line of lines) {
        number += 1;
        if (line.trim() !== '') answers.push(`${JSON.stringify(extract(textOf(line, number)), inEnglish)}\n`);
      }
    } finally {
      if (answers.length > 0) stdout.write(answers.join(''));
    }
  }
}

/** Splits only at line feeds: readline also splits at U+2028 and U+2029, which are allowed in JSON text. */
async function* completeLines(input: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of input) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}

function textOf(line: string, number: number): string {
  try {
    // trim: PowerShell puts a byte order mark before the first line.
    return lineSchema.parse(JSON.parse(line.trim())).text;
  } catch {
    throw usageError(
      `Line ${number} of the input is not a JSON object with a "text".`,
      'Write each message on a line of its own: {"text": "Your code is 123456"}',
    );
  }
}
