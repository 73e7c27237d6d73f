import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { AppError } from '../../contract/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { describe, lineFormats, textOf, type Level, type Logged } from './lineFormats.ts';
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

/** Severity of each level. Debug lines are always written: someone asked for them with DEBUG. */
const weights: Record<Level, number> = { info: 0, warn: 1, error: 2, debug: 3 };

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
  /** How lines look that are written; `text` by default. The files are text. */
  format?: keyof typeof lineFormats;
  /** Where announcements go, at any level; by default they are ordinary lines. */
  announce?(line: string): void;
}

/**
 * A log of plain lines for the terminal and the files. Secrets are removed here and nowhere else. Errors are shortened
 * to their stack or message.
 */
export function createLogger(
  write: (line: string) => void,
  {
    redaction = createRedaction(),
    now = () => new Date(),
    written = 'info',
    format = 'text',
    announce,
  }: LoggerOptions = {},
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
      say({ at: now(), level: 'warn', message: `The log file can no longer be written: ${why}` });
    }
  };
  const say = (logged: Logged) => write(lineFormats[format](logged, (text) => redaction.strike(text)));
  const put = (level: Level, message: string, more: Pick<Logged, 'cause'> = {}, elsewhere?: (line: string) => void) => {
    const logged: Logged = { at: now(), level, message, ...more };
    const struck = redaction.strike(textOf(logged));
    if (elsewhere) elsewhere(struck);
    else if (weights[level] >= weights[written]) say(logged);
    const entry = `${logged.at.toISOString()} ${level.padEnd(5)} ${oneEntry(struck)}`;
    keep((kept) => kept.append(entry));
    if (level !== 'warn' && level !== 'error') return;
    recent.push(entry.slice(0, remembered.characters));
    if (recent.length > remembered.lines) recent.shift();
  };

  return {
    announce: (line) => put('info', line, {}, announce),
    debug: (line) => put('debug', line),
    info: (line) => put('info', line),
    warn: (line) => put('warn', line),
    error: (line, cause) => put('error', line, cause === undefined ? {} : { cause }),
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
