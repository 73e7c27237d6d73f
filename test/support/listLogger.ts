import type { RuntimeLog } from '../../electron/adapters/log/logger.ts';

/** A logger that keeps its lines. */
export function listLogger(): RuntimeLog & { lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    announce: (line) => void lines.push(line),
    info: (line) => void lines.push(line),
    warn: (line) => void lines.push(`warn ${line}`),
    error: (line) => void lines.push(`error ${line}`),
    learn: () => undefined,
    recent: () => lines.filter((line) => /^(warn|error) /.test(line)),
    forget: () => void (lines.length = 0),
  };
}
