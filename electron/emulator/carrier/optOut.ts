import { historyLimit, remember, type World } from '../world.ts';

export type Keyword = 'stop' | 'start' | 'help';

/**
 * The words that Twilio obeys by default (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out): a message
 * of one of them and nothing else, case and blanks at the ends aside.
 */
const words: readonly (readonly [Keyword, RegExp])[] = [
  ['stop', /^(?:STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT)$/i],
  ['start', /^(?:START|YES|UNSTOP)$/i],
  ['help', /^(?:HELP|INFO)$/i],
];

export function keywordOf(body: string): Keyword | null {
  const word = body.trim();
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Whether a recipient has opted out of a number or of the Messaging Service that sends from it. */
export function isOptedOut(
  { optOuts }: World,
  { recipient, from, service }: { recipient: string; from: string; service: string | null },
): boolean {
  return optOuts.some((optOut) => optOut.recipient === recipient && [from, service].includes(optOut.sender));
}

/**
 * Does as a recipient says to a number, and to the Messaging Service that last sent from it to them. Twilio's answer,
 * in other words; null when there is none, because nothing changed (unconfirmed).
 */
export function obey(world: World, keyword: Keyword, recipient: string, number: string): string | null {
  if (keyword === 'help')
    return `Reply STOP to get no more messages from ${number}, START to get them again. Message rates may apply.`;
  const senders = [number, ...serviceOf(world, recipient, number)];
  const others = world.optOuts.filter((one) => one.recipient !== recipient || !senders.includes(one.sender));
  const wasOut = others.length < world.optOuts.length;
  world.optOuts = others;
  if (keyword === 'stop') for (const sender of senders) remember(others, { sender, recipient }, historyLimit);
  if (wasOut === (keyword === 'stop')) return null;
  if (keyword === 'stop') return `You get no more messages from ${number}. Reply START to get them again.`;
  return `You get messages from ${number} again. Reply HELP for help or STOP to end them.`;
}

function serviceOf({ messages }: World, recipient: string, number: string): string[] {
  const last = messages.findLast(({ to, from, service }) => to === recipient && from === number && service !== null);
  return last?.service == null ? [] : [last.service];
}
