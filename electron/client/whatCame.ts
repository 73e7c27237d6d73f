import type { LeaseState as Lease, Message } from './types.ts';
import { callHost, type HttpOptions } from './http.ts';
import { afterOf, type Target, type WaitOptions } from './waitOptions.ts';

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

/** The messages that came but were not meant, and what to check next. Rejects only with the signal's reason. */
export async function whatCame(
  http: HttpOptions,
  target: Target,
  awaited: 'code' | 'message' | 'link',
  options: WaitOptions,
): Promise<{ messages: Message[]; hint: string }> {
  const { signal } = options;
  const get = <T>(path: string) =>
    callHost<T>(http, { method: 'GET', path, signal, ...quick }).catch(() => (signal?.throwIfAborted(), null));
  const id = 'leaseId' in target ? encodeURIComponent(target.leaseId) : null;
  const which = 'to' in target ? `number=${encodeURIComponent(target.to.replace(/^\w+:/, ''))}` : `lease=${id}`;
  const [page, health, lease] = await Promise.all([
    get<{ messages: Message[] }>(`/v1/messages?${which}&limit=50`),
    get<Health>('/v1/health'),
    id === null ? null : get<Lease>(`/v1/leases/${id}`),
  ]);
  const all = page?.messages ?? [];
  const messages = later(all, options.after);
  const to = 'to' in target ? target.to : (lease?.number ?? 'the number');
  const hint = messages[0] ? hintAbout(messages, awaited, options) : hintWithout(to, all[0], health);
  return { messages, hint };
}

/** Keeps the order, newest first. */
function later(messages: Message[], after: WaitOptions['after']): Message[] {
  if (after === undefined) return messages;
  const mark = afterOf(after) ?? '';
  const isMessage = typeof after === 'object' && 'sid' in after;
  const at = isMessage ? Date.parse(after.receivedAt) - 1 : Date.parse(mark);
  const known = messages.findIndex(({ sid, receivedAt }) => sid === mark || Date.parse(receivedAt) <= at);
  return known === -1 ? messages : messages.slice(0, known);
}

function hintAbout(messages: Message[], awaited: string, { from, contains, service }: WaitOptions): string {
  const [newest] = messages as [Message];
  const came = messages.length === 1 ? 'A message' : `${messages.length} messages`;
  if (awaited === 'code' && from === undefined && contains === undefined && service === undefined)
    return `${came} came without a code; the newest says “${shortened(newest.body)}”. ${newest.reason} A rule in Settings can teach OTP Dock where the code is.`;
  return `${came} came, but no ${awaited} that was meant; the newest, from ${newest.from}, says “${shortened(newest.body)}”.`;
}

/** `before`: the newest message, from before the wait. */
function hintWithout(to: string, before: Message | undefined, health: Health | null): string {
  if (health && health.account.kind !== 'connected')
    return `No SMS came to ${to}, and OTP Dock is not connected with Twilio (${health.account.kind}).`;
  if (health && health.tunnel.kind !== 'polling' && health.tunnel.state !== 'online')
    return `No SMS came to ${to}; the way in for them (${health.tunnel.kind}) is ${health.tunnel.state}.`;
  if (before)
    return `The newest SMS to ${to} is from before, ${before.receivedAt}: “${shortened(before.body)}”. If that is the one, pass an earlier “after”.`;
  return `No SMS came to ${to}. Check that the app under test sent one there, in the form +14155550123, and that its sender may send to this country.`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
