import type { LeaseState as Lease, Message } from './types.ts';
import { callHost, type HttpOptions } from './http.ts';

/** The answer of `GET /v1/health`. */
export interface Health {
  status: 'ok';
  version: string;
  /** The Twilio account: none, checking, connected or failed. */
  account: { kind: string };
  /** How SMS come in, and whether they can. */
  tunnel: { kind: 'ngrok' | 'url' | 'polling'; state: string; url: string | null };
  /** Reception is paused: no messages come in. */
  paused: boolean;
  /** True while the demo runs. */
  emulator: boolean;
}

const quick = { repeatable: true, reconnect: 0, patience: 5_000 } as const;

/** The messages that came without a code, and what to check next. Rejects only with the signal's reason. */
export async function whatCame(
  http: HttpOptions,
  leaseId: string,
  after: string | null,
  signal: AbortSignal | undefined,
): Promise<{ messages: Message[]; hint: string }> {
  const get = <T>(path: string) =>
    callHost<T>(http, { method: 'GET', path, signal, ...quick }).catch(() => (signal?.throwIfAborted(), null));
  const id = encodeURIComponent(leaseId);
  const [page, health, lease] = await Promise.all([
    get<{ messages: Message[] }>(`/v1/messages?lease=${id}&limit=50`),
    get<Health>('/v1/health'),
    get<Lease>(`/v1/leases/${id}`),
  ]);
  const messages = later(page?.messages ?? [], after);
  return { messages, hint: hintFor(messages, lease?.number ?? null, health) };
}

/** Keeps the order, newest first. */
function later(messages: Message[], after: string | null): Message[] {
  if (after === null) return messages;
  const known = messages.findIndex(({ sid, receivedAt }) => sid === after || receivedAt <= after);
  return known === -1 ? messages : messages.slice(0, known);
}

function hintFor(messages: Message[], number: string | null, health: Health | null): string {
  const [newest] = messages;
  if (newest)
    return `${messages.length === 1 ? 'A message' : `${messages.length} messages`} came without a code; the newest says “${shortened(newest.body)}”. ${newest.reason} A rule in Settings can teach OTP Dock where the code is.`;
  const to = number ?? 'the number';
  if (health && health.account.kind !== 'connected')
    return `No SMS came to ${to}, and OTP Dock is not connected with Twilio (${health.account.kind}).`;
  if (health && health.tunnel.kind !== 'polling' && health.tunnel.state !== 'online')
    return `No SMS came to ${to}; the way in for them (${health.tunnel.kind}) is ${health.tunnel.state}.`;
  return `No SMS came to ${to}. Check that the app under test sent one there, in the form +14155550123, and that its sender may send to this country.`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
