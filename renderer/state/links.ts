import { phrases } from '../../electron/contract/words/phrases.ts';
import type { Message } from '../../electron/contract/state.ts';

const most = 3;

/** The links of a message without a code that one may sign in with, each once. */
export function signInLinks({ reason, links }: Pick<Message, 'reason' | 'links'>): string[] {
  if (reason.key !== phrases.codes.signInLink.key) return [];
  return [...new Set(links)].filter((link) => URL.canParse(link)).slice(0, most);
}
