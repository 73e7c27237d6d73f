import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { AppError } from '../../contract/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { createRedaction, type Redaction } from './redaction.ts';
import { openRotatingFile, type RotatingFile } from './rotatingFile.ts';
import { englishLine } from '../../contract/words/english.ts';

/** What a host can do with its log, beyond writing into it. */
export interface RuntimeLog extends Logger {
  /** A line that whoever starts the host waits for. */
  announce(line: string): void;
  /** From now on no line has these; see Redaction. */
  learn: Redaction['learn'];
  /** The newest warnings and errors with their times, oldest first. */
  recent(): string[];
  /** Forgets what was logged, also on disk. */
  forget(): void;
}

export interface Log extends RuntimeLog {
  /** A line that a library wrote, such as `debug`. */
  debug(line: string): void;
  /** From now on every line is also kept in the folder `logs` there. */
  keepIn(dataDir: string): void;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

/** What a level weighs. Debugging is written whatever else is not: somebody asked for it with DEBUG. */
const weights: Record<Level, number> = { info: 0, warn: 1, error: 2, debug: 3 };

const prefixes: Record<Level, string> = { debug: '', info: '', warn: 'Warning: ', error: 'Error: ' };

/** So many warnings and errors are remembered, each of so many characters. */
const remembered = { lines: 50, characters: 600 };

/** Of the runs before, so much is looked through for warnings and errors: they say why the last one ended. */
const tailBytes = 64 * 1024;

/** Where the log of a data folder is kept. */
export function logFolder(dataDir: string): string {
  return join(dataDir, 'logs');
}

export interface LoggerOptions {
  redaction?: Redaction;
  now?(): Date;
  /** From which level on lines are written, `info` unless given; the files have all of them. */
  written?: Exclude<Level, 'debug'>;
  /** Where announcements go, whatever is written; unless given, they are lines as others. */
  announce?(line: string): void;
}

/**
 * A plain line each, for a terminal and for the files alike, from which secrets are struck out here and nowhere else.
 * Causes are shortened to their stack or message.
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
      // A full disk must not end the app; that it is full is said once.
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

/** Nothing that is logged can pass for an entry of its own. */
function oneEntry(line: string): string {
  return stripVTControlCharacters(line).replace(/\r?\n|\r/g, '\n    ');
}

/** The warnings and errors among the lines of a file. */
function troublesIn(text: string): string[] {
  return text
    .split(/\n(?! {4})/)
    .filter((entry) => /^\d{4}-\S+Z (warn|error) /.test(entry))
    .map((entry) => entry.trimEnd().slice(0, remembered.characters));
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
