import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { AppError } from '../../contract/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { createRedaction, type Redaction } from './redaction.ts';
import { openRotatingFile, type RotatingFile } from './rotatingFile.ts';
import { englishLine } from '../../contract/words/english.ts';

/** What a host can do with its log besides writing to it. */
export interface RuntimeLog extends Logger {
  /** Writes a line that whoever started the host is waiting for. */
  announce(line: string): void;
  /** Removes these from every line from now on; see Redaction. */
  learn: Redaction['learn'];
  /** The newest warnings and errors with their times, oldest first. */
  recent(): string[];
  /** Forgets everything logged, also on disk. */
  forget(): void;
}

export interface Log extends RuntimeLog {
  /** Writes a line from a library such as `debug`. */
  debug(line: string): void;
  /** From now on, also writes every line to files in the data folder's `logs`. */
  keepIn(dataDir: string): void;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

/** Severity of each level. Debug lines are always written: someone asked for them with DEBUG. */
const weights: Record<Level, number> = { info: 0, warn: 1, error: 2, debug: 3 };

const prefixes: Record<Level, string> = { debug: '', info: '', warn: 'Warning: ', error: 'Error: ' };

/** How many warnings and errors are remembered, and how much of each. */
const remembered = { lines: 50, characters: 600 };

/** How much of earlier runs' logs is searched for warnings and errors: they tell why the last run ended. */
const tailBytes = 64 * 1024;

/** Where a data folder's log is kept. */
export function logFolder(dataDir: string): string {
  return join(dataDir, 'logs');
}

export interface LoggerOptions {
  redaction?: Redaction;
  now?(): Date;
  /** The lowest level to write, `info` by default; the files get all lines. */
  written?: Exclude<Level, 'debug'>;
  /** Where announcements go, at any level; by default they are ordinary lines. */
  announce?(line: string): void;
}

/**
 * A log of plain lines for the terminal and the files. Secrets are removed here and nowhere else. Errors are shortened
 * to their stack or message.
 */
export function createLogger(
  write: (line: string) => void,
  { redaction = createRedaction(), now = () => new Date(), written = 'info', announce }: LoggerOptions = {},
): Log {
  const recent: string[] = [];
  let file: RotatingFile | null = null;

  const keep = (work: (file: RotatingFile) => void) => {
    try {
      if (file) work(file);
    } catch (thrown) {
      // A full disk must not end the app; report it once.
      file = null;
      const why = thrown instanceof AppError ? englishLine(thrown.failure) : describe(thrown);
      write(redaction.strike(`Warning: The log file can no longer be written: ${why}`));
    }
  };
  const put = (level: Level, line: string, elsewhere?: (line: string) => void) => {
    const struck = redaction.strike(line);
    if (elsewhere) elsewhere(struck);
    else if (weights[level] >= weights[written]) write(prefixes[level] + struck);
    const entry = `${now().toISOString()} ${level.padEnd(5)} ${oneEntry(struck)}`;
    keep((kept) => kept.append(entry));
    if (level !== 'warn' && level !== 'error') return;
    recent.push(entry.slice(0, remembered.characters));
    if (recent.length > remembered.lines) recent.shift();
  };

  return {
    announce: (line) => put('info', line, announce),
    debug: (line) => put('debug', line),
    info: (line) => put('info', line),
    warn: (line) => put('warn', line),
    error: (line, cause) => put('error', cause === undefined ? line : `${line} ${describe(cause)}`),
    learn: (...secrets) => redaction.learn(...secrets),
    recent: () => recent.map((line) => redaction.strike(line)),
    forget: () => {
      recent.length = 0;
      file?.forget();
    },
    keepIn: (dataDir) => {
      const kept = (file = openRotatingFile({ folder: logFolder(dataDir) }));
      keep(() => {
        kept.prepare();
        recent.unshift(...troublesIn(kept.tail(tailBytes)));
      });
      recent.splice(0, recent.length - remembered.lines);
    },
  };
}

/** Keeps logged text from posing as a log entry of its own. */
function oneEntry(line: string): string {
  return stripVTControlCharacters(line).replace(/\r?\n|\r/g, '\n    ');
}

/** The warnings and errors in the text of a log file. */
function troublesIn(text: string): string[] {
  return text
    .split(/\n(?! {4})/)
    .filter((entry) => /^\d{4}-\S+Z (warn|error) /.test(entry))
    .map((entry) => entry.trimEnd().slice(0, remembered.characters));
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
