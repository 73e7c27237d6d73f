import { appError, type AppError } from '../../contract/errors.ts';

/** The client's codes (Node, OpenSSL, undici) for what a person can do something about. */
const unreachable: [pattern: RegExp, message: string, hint: string][] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    'The host name of the public URL is not known.',
    'Check how it is written, its DNS entry, and the internet connection.',
  ],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    'Nothing answers at the public URL.',
    'Start the proxy or tunnel there, and check its port and firewall.',
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_\w+)$/,
    'The connection to the public URL is broken off.',
    'Check that the proxy or tunnel there runs, and leads to the webhook’s port on this machine.',
  ],
  [
    /CERT|^UNABLE_TO_|SELF_SIGNED|^ERR_TLS_|^ERR_SSL_|^EPROTO$/,
    'The public URL has no valid certificate (TLS).',
    'Twilio refuses it too: renew the certificate, or check that it is for this host name and has its whole chain.',
  ],
];

const mayBeFine = 'Some networks do not lead back into themselves: if messages arrive, nothing is wrong.';

/** Why an address could not be asked. Only the code of the client's error is repeated: the rest holds what was sent. */
export function explainFetch(thrown: unknown, timeoutMs: number): AppError {
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return timedOut(timeoutMs);
  const code = codeOf(thrown);
  if (/TIMEDOUT|TIMEOUT/.test(code)) return timedOut(timeoutMs);
  const known = unreachable.find(([pattern]) => pattern.test(code));
  const [, message, hint] = known ?? ['', 'The public URL could not be reached.', 'Check it, and the proxy or tunnel.'];
  return failed(code ? `${message.slice(0, -1)} (${code}).` : message, `${hint} ${mayBeFine}`);
}

export function redirected(status: number): AppError {
  return failed(
    `The public URL leads on to another address (HTTP status ${status}).`,
    'Enter the address that it leads to, with https:// if that is what is missing, and let nothing there ask for a login.',
  );
}

export function notThrough(status: number): AppError {
  return failed(
    `The public URL answers, but does not get through to OTP Dock (HTTP status ${status}).`,
    'Let the proxy or tunnel there lead to the webhook’s port on this machine.',
  );
}

function timedOut(timeoutMs: number): AppError {
  return failed(
    `The public URL did not answer within ${timeoutMs / 1_000} s.`,
    `Check the proxy or tunnel there, and its firewall. ${mayBeFine}`,
  );
}

function failed(message: string, hint: string): AppError {
  return appError('TUNNEL_FAILED', message, hint, { retryable: true });
}

// fetch wraps what happened as its cause; a host with several addresses has a cause for each of them.
function codeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : null;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : '';
}
