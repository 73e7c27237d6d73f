import { AppError } from '../../contract/errors.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error';

/** Something to log, before its secrets are removed. `cause` is missing for lines that no error led to. */
export interface Logged {
  at: Date;
  level: Level;
  message: string;
  cause?: unknown;
}

const prefixes: Record<Level, string> = { debug: '', info: '', warn: 'Warning: ', error: 'Error: ' };

/** What the host writes for its supervisor: lines for people, or one JSON object a line for a collector of logs. */
export const lineFormats = {
  text: (logged: Logged, strike: (text: string) => string): string => prefixes[logged.level] + strike(textOf(logged)),
  json: ({ at, level, message, ...rest }: Logged, strike: (text: string) => string): string =>
    JSON.stringify({
      time: at.toISOString(),
      level,
      message: strike(message),
      ...('cause' in rest && { error: detailsOf(rest.cause, strike) }),
    }),
};

/** The message, and the stack or text of its cause. */
export function textOf({ message, ...rest }: Logged): string {
  return 'cause' in rest ? `${message} ${describe(rest.cause)}` : message;
}

export function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function detailsOf(cause: unknown, strike: (text: string) => string): object {
  if (!(cause instanceof Error)) return { message: strike(String(cause)) };
  const { name, message, stack } = cause;
  const code = codeOf(cause);
  return { name, message: strike(message), ...(code && { code }), ...(stack && { stack: strike(stack) }) };
}

/** Ours, or that of Node such as ENOSPC. */
function codeOf(error: Error): string | null {
  if (error instanceof AppError) return error.failure.code;
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
