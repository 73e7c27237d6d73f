import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';

/** Asks a person; anything but yes means no. */
export type Confirm = (question: string) => Promise<boolean>;

interface Side {
  isTTY?: boolean;
}

/** Asks the person at the terminal; null when there is no terminal. */
export function confirmAtTerminal(
  input: NodeJS.ReadableStream & Side,
  output: NodeJS.WritableStream & Side,
): Confirm | null {
  if (!input.isTTY || !output.isTTY) return null;
  return async (question) => {
    const reader = createInterface({ input, output });
    // Ctrl+C and Ctrl+D close it without answering.
    const closed = once(reader, 'close').then(() => '\n');
    const answer = await Promise.race([reader.question(`${question} (y/N) `).catch(() => '\n'), closed]);
    if (answer === '\n') output.write('\n');
    reader.close();
    return /^y(es)?$/i.test(answer.trim());
  };
}
