import type { App, Event } from 'electron';
import { leaseSchema } from '../contract/api.ts';
import type { Command } from '../contract/commands.ts';
import type { MainWords } from '../contract/words/main.ts';
import { issuePhrase } from '../contract/words/phrases.ts';

const linkScheme = 'otpdock';

const prefillSchema = leaseSchema.pick({ country: true, type: true, label: true });
const longest = 1_000;

/**
 * What `otpdock://lease?country=US&type=local&label=checkout` asks for. Any page can hold such a link, so a link only
 * fills in the dialog, and one that says anything else is refused.
 */
export function parseLink(link: string, words: MainWords): Command {
  const { link: text } = words;
  const refuse = (hint: string): Command => ({ name: 'refuse', message: text.refused, hint });
  const url = link.length <= longest && URL.canParse(link) ? new URL(link) : null;
  if (url === null || !isLease(url)) return refuse(text.unknown);
  const names = [...url.searchParams.keys()];
  if (url.hash !== '' || new Set(names).size < names.length) return refuse(text.foreign);
  const { success, data, error } = prefillSchema.safeParse(Object.fromEntries(url.searchParams));
  if (success) return { name: 'newNumber', prefill: data };
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  const [name] = path;
  if (name === undefined) return refuse(text.foreign);
  return refuse(text.wrong({ name: String(name), why: words.said(issuePhrase(message)) }));
}

function isLease({ protocol, host, pathname, username, password }: URL): boolean {
  const plain = ['', '/'].includes(pathname) && username === '' && password === '';
  return protocol === `${linkScheme}:` && host === 'lease' && plain;
}

/** The link that Windows and Linux pass to the app as an argument. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.toLowerCase().startsWith(`${linkScheme}:`)) ?? null;
}

/** Hands all links, early ones included, to `receiver`. A link is refused in `words`. */
export type OnLink = (receiver: (command: Command) => void, words: () => MainWords) => void;

/** Listens for links from now on, because macOS may send one before the app is ready. */
export function receiveLinks(app: Pick<App, 'on'>, argv: readonly string[]): OnLink {
  let receiver: ((link: string) => void) | null = null;
  const early: string[] = [];
  const receive = (link: string | null) => {
    if (link === null) return;
    if (receiver) receiver(link);
    else early.push(link);
  };
  receive(linkIn(argv));
  app.on('open-url', (event: Pick<Event, 'preventDefault'>, url) => {
    event.preventDefault();
    receive(url);
  });
  app.on('second-instance', (_event, theirArgv) => receive(linkIn(theirArgv)));
  return (obey, words) => {
    receiver = (link) => obey(parseLink(link, words()));
    early.splice(0).forEach(receiver);
  };
}

/**
 * Only the installed app opens links; a source tree would take them from it. Windows passes the link as an argument,
 * and Chromium reads none after `--`.
 */
export function claimLinks(app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
}
