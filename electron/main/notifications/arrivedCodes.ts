import { bareAddress } from '../../contract/addresses.ts';
import { plainText } from '../../contract/plainText.ts';
import type { AppState, Lease, Message } from '../../contract/state.ts';
import { secondOf } from '../../contract/time.ts';
import type { Shown } from '../team/shown.ts';

/** A code, and where it came from and went to, in words. */
export interface ArrivedCode {
  code: string;
  messageSid: string;
  leaseId: string | null;
  from: string;
  to: string;
}

type MessageWithCode = Message & { code: string };

export function describeCode(message: MessageWithCode, leases: readonly Lease[]): ArrivedCode {
  const label = leases.find(({ id }) => id === message.leaseId)?.label;
  return {
    code: message.code,
    messageSid: message.sid,
    leaseId: message.leaseId,
    // Linux renders markup in notifications, and a sender can choose any name.
    from: plainText(message.service ?? bareAddress(message.from)).replaceAll('<', '‹'),
    to: label ? `${label} (${message.to})` : message.to,
  };
}

/** At most so many codes, newest first. */
export function newestCodes({ messages, leases }: Pick<AppState, 'messages' | 'leases'>, most: number): ArrivedCode[] {
  return messages
    .filter(hasCode)
    .slice(0, most)
    .map((message) => describeCode(message, leases));
}

/** Calls `listener` once for each code that comes in from now on. `now`: milliseconds since the epoch. */
export function onNewCode(app: Shown, now: number, listener: (message: MessageWithCode) => void): void {
  // Twilio's list has whole seconds.
  const since = secondOf(now);
  const known = new Set<string>();
  app.on('message', (message) => {
    // A message is told again when its lease or its text is found out later. Older messages are history, not news.
    if (!hasCode(message) || known.has(message.sid) || Date.parse(message.receivedAt) < since) return;
    known.add(message.sid);
    // A pipeline reads its codes itself.
    if (app.state().leases.some(({ id, holder }) => id === message.leaseId && holder !== null)) return;
    listener(message);
  });
}

function hasCode(message: Message): message is MessageWithCode {
  return typeof message.code === 'string';
}

/** No system tells an app that somebody is presenting, so the person does. */
export function isPresenting({ desktop }: Pick<AppState, 'desktop'>): boolean {
  return desktop?.presenting ?? false;
}

/** Whether notifications leave the code out. */
export function isHidden(state: Pick<AppState, 'settings' | 'desktop'>, isLocked: () => boolean): boolean {
  const codes = state.settings.notificationCodes;
  return codes === 'never' || isPresenting(state) || (codes === 'hideWhenLocked' && isLocked());
}

/** A lease by its label, else by its number. */
export function nameOf({ label, number, country }: Pick<Lease, 'label' | 'number' | 'country'>): string {
  return label ?? number ?? country;
}
