import { bareAddress } from '../../contract/addresses.ts';
import { plainText } from '../../contract/plainText.ts';
import { isCodeWord } from './lexicon/codeWords.ts';
import { normalise } from './text/normalise.ts';

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
  String.raw`(?:^|\s)(?:[Yy]our|[Uu]w|[Jj]e|[Dd]ein|[Ii]hr|[Vv]otre|[Tt]u|[Ss]u|[Ss]eu) ${named}(?: [\p{Ll}-]{2,20}){0,3}(?: ?-| )(?:[Cc]ode|PIN|OTP|[Pp]assword|[Pp]asscode)\b`,
  'u',
);
const generic = /^(?:otp|code|pin|password|verification|your|one|login|security|dear|hi|hello)$/i;
/** What may stand before "code": `Dein Code: 482913`. */
const possessive =
  /^(?:your|my|the|de(?:in|ine|r|n)|ihre?|euer|votre|ton|mon|le|tu|su|el|seu|teu|tuo|suo|il|jouw|uw|je|din|ditt|dit|tw[oó]j|v[aá][sš]|tv[oů]j|ваш|твой|anda)$/iu;

function inWords(text: string): string | null {
  const head = text.slice(0, 200);
  const name = withoutCode(beforeColon.exec(head)?.[1]) ?? inPhrase.exec(head)?.[1];
  return name && !generic.test(name) && /^\p{Lu}/u.test(name) ? name : null;
}

/** The name in `Lumora Code: 482913`; there is none in `Dein Code: 482913`. */
function withoutCode(written: string | undefined): string | null {
  const words = written?.split(' ') ?? [];
  const others = words.filter((word) => !isCodeWord(normalise(word).lower));
  const isName = others.length === words.length || !others.every((word) => possessive.test(word));
  return isName && others.length > 0 ? others.join(' ') : null;
}
