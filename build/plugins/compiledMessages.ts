import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import { isPlain } from '../../electron/contract/words/messageTree.ts';

type Compiled = unknown[] | string | { [name: string]: Compiled };

/**
 * Prepares the catalogues for the page, whose first screen waits for them: main's words are left out, and what has slots
 * is parsed beforehand, so that the page needs no parser (see its alias in vite.config.ts).
 */
export function compiledMessages(): Plugin {
  return {
    name: 'otp-dock:compiled-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /contract\/words\/\w+\.json$/ },
      handler: (code) => {
        const messages = JSON.parse(code) as Record<string, Compiled>;
        return JSON.stringify(compiled({ ...messages, main: {} }));
      },
    },
  };
}

function compiled(message: Compiled): Compiled {
  if (typeof message === 'string')
    return isPlain(message) ? message : new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  if (Array.isArray(message)) return message;
  return Object.fromEntries(Object.entries(message).map(([name, inside]) => [name, compiled(inside)]));
}
