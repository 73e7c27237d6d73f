import { AppError, plainError, type Failure } from '../contract/errors.ts';
import { english, inEnglish } from '../contract/words/english.ts';
import type { Money } from '../contract/state.ts';
import type { Process } from './process.ts';

/** Ends the command with exit status 2: wrong usage. */
export class UsageError extends AppError {}

export function usageError(message: string, hint: string): UsageError {
  return new UsageError(plainError('INVALID_INPUT', message, hint).failure);
}

/** Prints one line of JSON, or text for people. */
export function print({ stdout }: Pick<Process, 'stdout'>, asJson: boolean, value: unknown, text: string): void {
  stdout.write(asJson ? `${JSON.stringify(value, inEnglish)}\n` : text === '' ? '' : `${text}\n`);
}

export function printFailure({ stderr }: Pick<Process, 'stderr'>, asJson: boolean, failure: Failure): void {
  stderr.write(asJson ? `${JSON.stringify({ error: failure }, inEnglish)}\n` : `${describe(failure)}\n`);
}

/** The last line of a log in JSON: like the lines before it, with the whole error as `--json` prints it. */
export function logFailure({ stderr }: Pick<Process, 'stderr'>, error: Failure): void {
  const time = new Date().toISOString();
  stderr.write(`${JSON.stringify({ time, level: 'error', message: error.message, error }, inEnglish)}\n`);
}

function describe({ message, hint, twilio }: Failure): string {
  const said = twilio
    ? [
        `   Twilio says: ${twilio.message}${twilio.code ? ` (error ${twilio.code})` : ''}`,
        ...(twilio.moreInfo ? [`   ${twilio.moreInfo}`] : []),
      ]
    : [];
  return [`❌ ${english(message)}`, `   ${english(hint)}`, ...said].join('\n');
}

export function moneyText({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}

/** A price as written in a sentence. */
export function priceText({ amount, currency }: Money): string {
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

/** Pads columns to their widest cell; drops columns that are empty in every row. */
export function table(all: string[][]): string {
  const rows = all.map((row) => row.filter((_, column) => all.some((other) => other[column])));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
