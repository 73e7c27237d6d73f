import { appError, type AppError, type Failure } from '../contract/errors.ts';
import type { Diagnosis, ReceptionState } from '../contract/reception.ts';
import type { Phrase } from '../contract/words/phrase.ts';
import { phrases } from '../contract/words/phrases.ts';
import { iso } from '../contract/time.ts';
import type { AccountState, TunnelState } from '../contract/state.ts';
import type { LeaseRecord } from './numbers/lease.ts';
import type { Holding } from './numbers/number.ts';
import type { Telephony } from './ports.ts';

const say = phrases.reception;

interface Finding {
  message: Phrase;
  hint: Phrase;
}

export interface DiagnosisInput {
  account: AccountState;
  tunnel: TunnelState;
  polling: boolean;
  /** The webhook gets more connections than it can take. */
  crowded: boolean;
  paused: boolean;
  reception: ReceptionState;
  lease: LeaseRecord;
  /** Webhooks cannot be verified. */
  withoutToken: boolean;
  /** null when the lease has no number. */
  holding: Holding | null;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Why a message may be late, with what Twilio's own error log says. Never rejects. */
export async function diagnose(input: DiagnosisInput, telephony: Telephony): Promise<Diagnosis> {
  const { holding, lease } = input;
  const all = await telephony.alerts(iso(lease.startedAt)).catch(() => null);
  const webhook = placeOf(holding?.smsUrl ?? null);
  const ours = all?.filter(({ url }) => webhook !== null && placeOf(url) === webhook) ?? null;
  const alerts = ours && ours.map(({ at, code, text, moreInfo }) => ({ at, code, text, moreInfo }));
  return { findings: findingsOf(input), alerts };
}

/** A URL without default port, query and fragment: Twilio's log may write it differently. */
function placeOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** What is wrong, worst first. Ends with what to check when nothing is. */
export function findingsOf({
  account,
  tunnel,
  polling,
  crowded,
  paused,
  reception,
  withoutToken,
  lease,
  holding,
  now,
}: DiagnosisInput): Finding[] {
  const findings: Finding[] = [];
  if (paused) return [saidOf(receptionPaused().failure)];
  if (account.kind === 'failed') findings.push(saidOf(account.error));
  if (tunnel.problem) findings.push(saidOf(tunnel.problem));
  if (holding?.diverted) findings.push(diverted);
  if (reception.refused.signature > 0 && !withoutToken) findings.push(badSignatures(reception.refused.signature));
  if (reception.refused.notStored > 0) findings.push(notStored);
  if (crowded) findings.push(overrun);
  else if (polling) findings.push(withoutToken ? polledForToken : beingPolled);
  else if (isSilent(reception, lease)) findings.push(silent(reception, now));
  return [...findings, sender];
}

function saidOf({ message, hint }: Failure): Finding {
  return { message, hint };
}

function isSilent({ lastWebhookAt }: ReceptionState, { startedAt }: LeaseRecord): boolean {
  return lastWebhookAt === null || Date.parse(lastWebhookAt) < startedAt;
}

const diverted: Finding = { message: say.diverted, hint: say.divertedHint };

function badSignatures(count: number): Finding {
  return { message: say.badSignatures({ count }), hint: say.badSignaturesHint };
}

const notStored: Finding = { message: say.notStored, hint: say.notStoredHint };

const overrun: Finding = { message: say.crowded, hint: say.crowdedHint };

const beingPolled: Finding = { message: say.polled, hint: say.polledHint };

const polledForToken: Finding = { message: say.polled, hint: say.polledForTokenHint };

function silent({ lastWebhookAt }: ReceptionState, now: number): Finding {
  const last = lastWebhookAt === null ? say.noneBefore : say.lastCame({ ago: ago(lastWebhookAt, now) });
  return { message: say.silent({ last }), hint: say.silentHint };
}

function ago(at: string, now: number): Phrase {
  const minutes = Math.round((now - Date.parse(at)) / 60_000);
  return minutes < 120
    ? say.minutesAgo({ count: Math.max(1, minutes) })
    : say.hoursAgo({ count: Math.round(minutes / 60) });
}

const sender: Finding = { message: say.sender, hint: say.senderHint };

/** The error for what cannot be done while reception is paused. */
export function receptionPaused(): AppError {
  return appError('RECEPTION_PAUSED', say.paused, say.pausedHint, { retryable: true });
}
