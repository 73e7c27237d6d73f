import { AppError, appError, type Failure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.database;

type Explained = Pick<Failure, 'message' | 'hint' | 'retryable'>;

const refused: Explained = { message: say.refused, hint: say.refusedHint, retryable: false };

/** By PostgreSQL's codes (postgresql.org/docs/current/errcodes-appendix.html). */
const explained: Readonly<Record<string, Explained>> = {
  '28000': refused,
  '28P01': refused,
  '3D000': { message: say.missing, hint: say.missingHint, retryable: false },
  '53100': { message: say.full, hint: say.fullHint, retryable: true },
  '53300': { message: say.crowded, hint: say.crowdedHint, retryable: true },
};

/** Right after PostgreSQL has started, and while it ends. */
const restarting = new Set(['57P01', '57P02', '57P03', '57P05']);

/** STORAGE_FAILED with what to do about it. What PostgreSQL says never has the URL, which holds the password. */
export function databaseFailed(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { code, message: reason } = problemIn(thrown);
  const { message, hint, retryable } = explained[code] ?? otherProblem(thrown, reason);
  return appError('STORAGE_FAILED', message, hint, { retryable });
}

/** Whether the connection is the problem, and not what was asked. */
export function isAway(thrown: unknown): boolean {
  const { code, message } = problemIn(thrown);
  return restarting.has(code) || /^(08|E[A-Z_]+$)/.test(code) || /^(timeout|connection|client)/i.test(message);
}

/** A pooler that does not know the connection's options refuses them. */
function isPooler(thrown: unknown): boolean {
  const { code, message } = problemIn(thrown);
  return code === '08P01' && /startup parameter/.test(message);
}

function otherProblem(thrown: unknown, reason: string): Explained {
  if (isPooler(thrown)) return { message: say.pooled, hint: say.pooledHint, retryable: false };
  return isAway(thrown)
    ? { message: say.away({ reason }), hint: say.awayHint, retryable: true }
    : { message: say.failed({ reason }), hint: say.failedHint, retryable: true };
}

function problemIn(thrown: unknown): { code: string; message: string } {
  // Node tries all addresses of a name, and reports what became of each.
  const error = thrown instanceof AggregateError ? (thrown.errors[0] as unknown) : thrown;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code, message: error instanceof Error ? error.message : 'unknown reason' };
}

/** STANDBY: another host may be the active one. */
export function noLongerActive(): AppError {
  return appError('STANDBY', say.standby, say.standbyHint, { retryable: true });
}
