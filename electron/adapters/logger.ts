import type { Logger } from '../core/ports.ts';

/** A plain line each. Causes are shortened to their stack or message, and the secrets of this run are struck out. */
export function createLogger(write: (line: string) => void, secrets: () => (string | null)[] = () => []): Logger {
  const put = (line: string) => write(redact(line, secrets()));
  return {
    info: (line) => put(line),
    warn: (line) => put(`Warning: ${line}`),
    error: (line, cause) => put(cause === undefined ? `Error: ${line}` : `Error: ${line} ${describe(cause)}`),
  };
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function redact(line: string, secrets: (string | null)[]): string {
  return secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '[secret]') : text), line);
}
