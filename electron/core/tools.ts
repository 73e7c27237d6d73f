import type { Command, MenuChoice } from '../contract/commands.ts';
import type { MenuRequest } from '../contract/menu.ts';
import { appError } from '../contract/errors.ts';
import type { Phrase } from '../contract/words/phrase.ts';
import type { Team } from '../contract/team.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.host;

/** What the host does itself; null where it cannot. */
export interface HostTools {
  /** Where the history and the settings are. */
  dataDir: string;
  openDataDir: (() => Promise<void>) | null;
  /** Copies a text to the clipboard, and clears it again as Settings say. */
  copy: ((text: string) => Promise<void>) | null;
  /** Opens a page in the person's browser. */
  openLink: ((url: string) => Promise<void>) | null;
  /** Hands over, once, what the host asks of its window. */
  takeCommand: (() => Command | null) | null;
  /** Shows a menu; resolves to what was chosen, or to null. */
  chooseFromMenu: ((request: MenuRequest) => Promise<MenuChoice | null>) | null;
  /** Shows a team's host instead of the app's own numbers. `connect` rejects when that host does not accept it. */
  team: { connect(team: Team): Promise<void>; leave(): Promise<void> } | null;
  /** Called when the interface is ready. */
  onReady: (() => void) | null;
  api: {
    /** The file that holds the automation API's token; null where the environment says it. */
    tokenFile: string | null;
    /** null where the API is always on and its token cannot change. */
    change: { rotateToken(): Promise<void>; copyToken(): Promise<void> } | null;
  };
}

/** The host's tools. Missing ones reject with CONFLICT; without `takeCommand` there is never a command. */
export type Tools = {
  [K in Exclude<keyof HostTools, 'dataDir' | 'api'>]: NonNullable<HostTools[K]>;
} & NonNullable<HostTools['api']['change']>;

export function toolsOf({
  copy,
  openLink,
  openDataDir,
  takeCommand,
  chooseFromMenu,
  onReady,
  api,
  team,
}: HostTools): Tools {
  const noTeam = () => Promise.reject(notHere(phrases.team.inBrowser));
  const noChange = () => Promise.reject(notHere(say.newTokenByHand));
  return {
    copy: copy ?? (() => Promise.reject(notHere(say.pageCopies))),
    openLink: openLink ?? (() => Promise.reject(notHere(say.pageOpens))),
    openDataDir: openDataDir ?? (() => Promise.reject(notHere(say.openByPath))),
    takeCommand: takeCommand ?? (() => null),
    chooseFromMenu: chooseFromMenu ?? (() => Promise.reject(notHere(say.browserMenu))),
    team: team ?? { connect: noTeam, leave: noTeam },
    onReady: onReady ?? (() => undefined),
    rotateToken: () => (api.change?.rotateToken ?? noChange)(),
    copyToken: () => (api.change?.copyToken ?? noChange)(),
  };
}

function notHere(hint: Phrase): Error {
  return appError('CONFLICT', say.desktopOnly, hint);
}
