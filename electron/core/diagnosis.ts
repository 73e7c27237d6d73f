import type { Diagnosis, ReceptionState } from '../contract/reception.ts';
import { iso } from '../contract/time.ts';
import type { AccountState, TunnelState } from '../contract/state.ts';
import type { LeaseRecord } from './numbers/lease.ts';
import type { Holding } from './numbers/number.ts';
import type { Telephony } from './ports.ts';
import { receptionPaused } from './receptionPaused.ts';

type Finding = Diagnosis['findings'][number];

export interface DiagnosisInput {
  account: AccountState;
  tunnel: TunnelState;
  polling: boolean;
  paused: boolean;
  reception: ReceptionState;
  lease: LeaseRecord;
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

/** A URL without default port, query and fragment: Twilio's log may keep it in another form than it was given. */
function placeOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** What is wrong, worst first; at the end what is to be checked when nothing is. */
export function findingsOf({
  account,
  tunnel,
  polling,
  paused,
  reception,
  lease,
  holding,
  now,
}: DiagnosisInput): Finding[] {
  const findings: Finding[] = [];
  if (paused) return [findingOf(receptionPaused().failure)];
  if (account.kind === 'failed') findings.push(account.error);
  if (tunnel.problem) findings.push(tunnel.problem);
  if (holding?.diverted) findings.push(diverted);
  if (reception.refused.signature > 0) findings.push(badSignatures(reception.refused.signature));
  if (reception.refused.notStored > 0) findings.push(notStored);
  if (polling) findings.push(beingPolled);
  else if (isSilent(reception, lease)) findings.push(silent(reception, now));
  return [...findings.map(findingOf), sender];
}

function findingOf({ message, hint }: Finding): Finding {
  return { message, hint };
}

function isSilent({ lastWebhookAt }: ReceptionState, { startedAt }: LeaseRecord): boolean {
  return lastWebhookAt === null || Date.parse(lastWebhookAt) < startedAt;
}

const diverted: Finding = {
  message: "Somebody else has changed where Twilio sends this number's messages.",
  hint: "They are read from Twilio's list. If that was not meant, set the number's webhook back in the Twilio Console, or take a new number.",
};

function badSignatures(count: number): Finding {
  return {
    message: `${count === 1 ? 'A request' : `${count} requests`} to the webhook had no valid signature.`,
    hint: 'If the Auth Token was changed at Twilio, enter the new one in Settings. Otherwise somebody is trying the address.',
  };
}

const notStored: Finding = {
  message: 'A message could not be written to disk; Twilio was asked to send it again.',
  hint: 'Check the free space and the rights of the data folder.',
};

const beingPolled: Finding = {
  message: "Messages are read from Twilio's list every few seconds, so they show up a little later.",
  hint: 'A tunnel or an own public URL, in Settings, brings them at once.',
};

function silent({ lastWebhookAt }: ReceptionState, now: number): Finding {
  const last = lastWebhookAt === null ? 'none came before either' : `the last one came ${ago(lastWebhookAt, now)}`;
  return {
    message: `No webhook has come in since the lease began; ${last}.`,
    hint: 'Test the webhook in Settings, under Reception health; “Check now” reads Twilio’s list at once.',
  };
}

function ago(at: string, now: number): string {
  const minutes = Math.round((now - Date.parse(at)) / 60_000);
  if (minutes < 2) return 'a minute ago';
  return minutes < 120 ? `${minutes} minutes ago` : `${Math.round(minutes / 60)} hours ago`;
}

const sender: Finding = {
  message: 'The app under test may not have sent the SMS yet, or its provider refuses this kind of number.',
  hint: 'Check the number and its country code there. Banks and some services do not send to internet (VoIP) numbers.',
};
