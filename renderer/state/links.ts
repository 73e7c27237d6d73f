import { phrases } from '../../electron/contract/words/phrases.ts';
import type { Message } from '../../electron/contract/state.ts';

const most = 3;

/** The http and https links of a message, each once. */
export function webLinks({ links }: Pick<Message, 'links'>): string[] {
  return [...new Set(links)].filter((link) => /^https?:$/.test(URL.parse(link)?.protocol ?? ''));
}

/** The links of a message without a code that one may sign in with, each once. */
export function signInLinks({ reason, links }: Pick<Message, 'reason' | 'links'>): string[] {
  return reason.key === phrases.codes.signInLink.key ? webLinks({ links }).slice(0, most) : [];
}

/** A link as the browser will ask for it; joined together, the parts are all of it. A user's name is not the host. */
export function partsOfLink(link: string): { before: string; host: string; after: string } {
  const { protocol, username, password, host, href } = new URL(link);
  const user = [username, password].filter((part) => part !== '').join(':');
  const before = `${protocol}//${user}${user === '' ? '' : '@'}`;
  return { before, host, after: href.slice(before.length + host.length) };
}
