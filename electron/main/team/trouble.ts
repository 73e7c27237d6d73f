import { refusedCodes } from '../../contract/socket.ts';
import { appError, type Failure } from '../../contract/errors.ts';
import { foreign, phrases } from '../../contract/words/phrases.ts';

const say = phrases.team;

/** Why the host at this address could not be connected to, as the socket said it. */
export function troubleOf(url: string, { message, code = '' }: Error & { code?: string }): Failure {
  const reason = foreign((message || code).replace(/[.:]$/, ''));
  const [, status] = /Unexpected server response: (\d{3})/.exec(message) ?? [];
  if (status === '502' || status === '503' || status === '504')
    return appError('STANDBY', say.standby({ url }), say.standbyHint, { retryable: true }).failure;
  if (status !== undefined && status !== '429') return notDock(url, reason);
  if (/^(?!ERR_SSL).*(CERT|SIGN|ALTNAME|ISSUER)/.test(code))
    return appError('FORBIDDEN', say.notTrusted({ url, reason }), say.notTrustedHint).failure;
  const retryable = { retryable: true };
  return appError('INTERNAL', say.unreachable({ url, reason }), say.unreachableHint, retryable).failure;
}

/** `reason`: what it said. */
export function notDock(url: string, reason = foreign('unknown data')): Failure {
  return appError('NOT_FOUND', say.notDock({ url, reason }), say.notDockHint).failure;
}

/** Why the host closed the connection for good; null: it may be tried again. */
export function refusalOf(url: string, code: number): Failure | null {
  if (code === refusedCodes.namedToken)
    return appError('FORBIDDEN', say.tokenNamed({ url }), say.tokenNamedHint).failure;
  if (code !== refusedCodes.wrongToken) return null;
  return appError('UNAUTHORIZED', say.tokenWrong({ url }), say.tokenWrongHint).failure;
}

export function otherVersion(url: string, theirs: string, ours: string): Failure {
  return appError('CONFLICT', say.otherVersion({ url, theirs, ours }), say.otherVersionHint({ theirs, ours })).failure;
}

export function tokenMissing(url: string): Failure {
  return appError('UNAUTHORIZED', say.tokenMissing({ url }), say.tokenMissingHint).failure;
}
