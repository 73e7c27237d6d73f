import { appError } from './errors.ts';
import { sessionPath, type SessionKept } from './socket.ts';
import { phrases } from './words/phrases.ts';

/** Why nobody was signed in: the token is wrong, has a name, or came after too many wrong ones; or no host answered. */
export type SignInProblem = 'wrong' | 'named' | 'tooMany' | 'unreachable';

const problems: Record<number, SignInProblem> = { 401: 'wrong', 403: 'named', 429: 'tooMany' };

/** Asks the host at the other end. Resolves to who keeps what was signed in with, or to what was wrong. */
export async function askToSignIn(
  token: string,
  ask: (path: string, init: RequestInit) => Promise<Response>,
): Promise<SessionKept | SignInProblem> {
  // No header can carry anything else.
  if (!/^[\x21-\x7e]+$/.test(token)) return 'wrong';
  try {
    const response = await ask(sessionPath, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) return problems[response.status] ?? 'unreachable';
    return ((await response.json()) as { kept: SessionKept }).kept;
  } catch {
    return 'unreachable';
  }
}

/** Rejects with an AppError unless the host says that the browser is signed out. */
export async function askToSignOut(ask: (path: string, init: RequestInit) => Promise<Response>): Promise<void> {
  const answer = await ask(sessionPath, { method: 'DELETE' }).catch(() => null);
  const { stillSignedIn, stillSignedInHint } = phrases.general;
  if (!answer?.ok) throw appError('INTERNAL', stillSignedIn, stillSignedInHint, { retryable: true });
}
