import { extract } from '../../../electron/core/otp/extract.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { iso } from '../../../electron/contract/time.ts';
import { sampleMessage } from '../../../electron/emulator/sampleTraffic.ts';

const numbers = 40;
const minuteMs = 60_000;

/** Messages of the past, one a minute, the newest an hour old; they belong to no lease. */
export function oldMessages(count: number, newest = Date.now() - 60 * minuteMs): Message[] {
  return Array.from({ length: count }, (_, index) => oldMessage(index, newest - index * minuteMs));
}

function oldMessage(index: number, at: number): Message {
  const { from, body } = sampleMessage(index);
  const { code, candidates, service, reason, links } = extract(body, from);
  return {
    sid: `SM0${index.toString(16).padStart(31, '0')}`,
    to: `+1202555${String(index % numbers).padStart(4, '0')}`,
    from,
    body,
    links,
    numMedia: 0,
    media: [],
    channel: 'sms',
    receivedAt: iso(at),
    leaseId: null,
    code,
    candidates,
    service,
    sentBy: null,
    reason,
    source: 'webhook',
  };
}
