import type { App, Event } from 'electron';
import { leaseSchema } from '../contract/api.ts';
import type { Command } from '../contract/commands.ts';
import type { MainWords } from '../contract/words/words.ts';
import { issuePhrase } from '../contract/words/phrases.ts';

const linkScheme = 'otpdock';

const wishSchema = leaseSchema.pick({ country: true, type: true, label: true });
const longest = 1_000;

/**
 * What `otpdock://lease?country=US&type=local&label=checkout` asks for. Any page can hold such a link, so all it does
 * is to fill in the dialog; whatever else it says is refused.
 */
export function parseLink(link: string, words: MainWords): Command {
  const { link: text } = words;
  const refuse = (hint: string): Command => ({ name: 'refuse', message: text.refused, hint });
  const url = link.length <= longest && URL.canParse(link) ? new URL(link) : null;
  if (url === null || !isLease(url)) return refuse(text.unknown);
  const names = [...url.searchParams.keys()];
  if (url.hash !== '' || new Set(names).size < names.length) return refuse(text.foreign);
  const { success, data, error } = wishSchema.safeParse(Object.fromEntries(url.searchParams));
  if (success) return { name: 'newNumber', wish: data };
  const [issue] = error.issues;
  const [name] = issue?.path ?? [];
  return refuse(
    name === undefined
      ? text.foreign
      : text.wrong({ name: String(name), why: words.said(issuePhrase(issue!.message)) }),
  );
}

function isLease({ protocol, host, pathname, username, password }: URL): boolean {
  const plain = ['', '/'].includes(pathname) && username === '' && password === '';
  return protocol === `${linkScheme}:` && host === 'lease' && plain;
}

/** The link among the arguments with which the system starts the app, on Windows and Linux. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.toLowerCase().startsWith(`${linkScheme}:`)) ?? null;
}

/** Says who carries out the links, those that came before included. */
export type OnLink = (receiver: (command: Command) => void, words: () => MainWords) => void;

/**
 * Listens for links from now on, as macOS may send one before the app is ready. Returns a function that says who gets
 * them, those from before included, and in which words they are refused.
 */
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
 * Only the installed app opens links: a copy that is being worked on would take them from it. Windows hands the link
 * over as an argument; after `--` it is none to Chromium, whatever it says.
 */
export function claimLinks(app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
}
