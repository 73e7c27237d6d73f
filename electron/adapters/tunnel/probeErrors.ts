import { appError, type AppError } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { inOneLine, phrases, verbatim } from '../../contract/words/phrases.ts';

const say = phrases.tunnel;

/** Client error codes (Node, OpenSSL) that a person can do something about. */
const unreachable: [pattern: RegExp, message: (slots: { detail: Phrase }) => Phrase, hint: Phrase][] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, say.hostUnknown, say.hostUnknownHint],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, say.nothingAnswers, say.nothingAnswersHint],
  [/^(ECONNRESET|EPIPE|HPE_\w+)$/, say.brokenOff, say.brokenOffHint],
  [/CERT|^UNABLE_TO_|SELF_SIGNED|^ERR_TLS_|^ERR_SSL_|^EPROTO$/, say.noCertificate, say.noCertificateHint],
];

/** Why an address could not be reached. Repeats only the client error's code: the rest contains what was sent. */
export function explainCall(thrown: unknown, timeoutMs: number): AppError {
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return timedOut(timeoutMs);
  const code = codeOf(thrown);
  if (/TIMEDOUT|TIMEOUT/.test(code)) return timedOut(timeoutMs);
  const known = unreachable.find(([pattern]) => pattern.test(code));
  const [, message, hint] = known ?? [null, say.unreachable, say.unreachableHint];
  const detail = code ? say.clientCode({ code }) : verbatim('');
  return failed(message({ detail }), inOneLine(hint, say.mayBeFine));
}

export function redirected(status: number): AppError {
  return failed(say.redirected({ status }), say.redirectedHint);
}

export function notThrough(status: number): AppError {
  return failed(say.notThrough({ status }), say.notThroughHint);
}

function timedOut(timeoutMs: number): AppError {
  const seconds = String(timeoutMs / 1_000);
  return failed(say.timedOut({ seconds }), inOneLine(say.timedOutHint, say.mayBeFine));
}

function failed(message: Phrase, hint: Phrase): AppError {
  return appError('TUNNEL_FAILED', message, hint, { retryable: true });
}

// A host with several addresses has one error for each.
function codeOf(thrown: unknown): string {
  const first: unknown = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : '';
}
