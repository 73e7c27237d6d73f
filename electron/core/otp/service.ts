import { bareAddress } from '../../contract/addresses.ts';
import { plainText } from '../../contract/plainText.ts';

/** Who sent the message: named in brackets at its start or end, before a colon, after "Your", or as the sender. */
export function serviceOf(text: string, from: string | undefined): string | null {
  const name = inBrackets(text) ?? bySender(from) ?? inWords(text) ?? byAgent(from);
  return name === null ? null : plainText(name) || null;
}

function inBrackets(text: string): string | null {
  const found =
    /^\s*[[(]([^\])\n]{2,30})[\])]/.exec(text.slice(0, 80))?.[1] ??
    (text.includes(']') ? /\[([^\]\n]{2,30})\]\s*$/.exec(text.slice(-40))?.[1] : undefined);
  const name = found?.trim() ?? '';
  return /\p{L}/u.test(name) ? name : null;
}

/**
 * Senders in letters name themselves (`Lumora`, or `VM-LUMORA` as Indian operators write it); numbers do not, nor do the
 * addresses of a channel (`whatsapp:+12025550147`).
 */
function bySender(from: string | undefined): string | null {
  if (from === undefined) return null;
  const name = from.replace(/^[A-Z]{2}-/, '').replace(/-[A-Z]$/, '');
  return /\p{L}{2}/u.test(name) && bareAddress(from) === from ? name : null;
}

/** Behind `rcs:` stands the id of an agent, which is better than no name. */
function byAgent(from: string | undefined): string | null {
  return from !== undefined && /^rcs:/i.test(from) && /\p{L}{2}/u.test(bareAddress(from)) ? bareAddress(from) : null;
}

const named = String.raw`(\p{Lu}[\p{L}\p{N}&.'+-]{1,24}(?: \p{Lu}[\p{L}\p{N}&.'+-]{1,24})?)`;
const beforeColon = new RegExp(String.raw`^\s*${named}: `, 'u');
const inPhrase = new RegExp(
  String.raw`(?:^|\s)(?:[Yy]our|[Uu]w|[Jj]e|[Dd]ein|[Ii]hr|[Vv]otre|[Tt]u|[Ss]u|[Ss]eu) ${named}(?: [\p{Ll}-]{2,20}){0,3} ?-?(?:[Cc]ode|PIN|OTP|[Pp]assword|[Pp]asscode)\b`,
  'u',
);
const generic = /^(?:otp|code|pin|password|verification|your|one|login|security|dear|hi|hello)$/i;

function inWords(text: string): string | null {
  const head = text.slice(0, 200);
  const name = beforeColon.exec(head)?.[1] ?? inPhrase.exec(head)?.[1];
  return name && !generic.test(name) && /^\p{Lu}/u.test(name) ? name : null;
}
