import { settingsSections, type Spot } from '../../../electron/contract/commands.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';

const { settings: text, money, desktop, codes, dialog, onboarding, reception } = strings;

type Id = keyof typeof text.search.also;

/** Something that the search finds: a setting, a button of the settings, or a place of its own. */
export interface Findable {
  id: Id;
  /** null: a place, which the id names. */
  page: Spot | null;
  label: string;
  hint?: string;
}

const all: Record<Spot | 'places', Partial<Record<Id, [label: string, hint?: string]>>> = {
  twilio: {
    accountSid: [onboarding.accountSid],
    authToken: [onboarding.authToken, text.twilio.changeHint],
    apiKey: [onboarding.apiKey, text.twilio.changeHint],
    forget: [text.twilio.forget],
    capture: [strings.capture.start, strings.capture.startHint],
  },
  reception: {
    reception: [text.reception.how, [text.reception.autoHint, text.reception.pollingHint].join(' ')],
    publicUrl: [text.reception.publicUrl, text.reception.publicUrlHint],
    ngrokToken: [text.reception.ngrokToken],
    ngrokDomain: [text.reception.ngrokDomain],
    ngrokRootCas: [text.reception.rootCas, text.reception.rootCasHint],
    pause: [reception.pause.switch, reception.pause.switchHint],
  },
  health: { webhookTest: [reception.test.button, reception.test.purpose] },
  defaults: {
    country: [dialog.country],
    type: [dialog.type],
    ttlSeconds: [dialog.duration],
    policy: [money.policy.title],
  },
  kept: {
    poolSize: [money.defaults.poolSize],
    quarantineSeconds: [text.kept.quarantine, text.kept.quarantineHint],
    onQuit: [money.defaults.onQuit],
  },
  money: {
    limitPerDay: [text.limits.perDay, text.limits.spendingHint],
    limitPerMonth: [text.limits.perMonth, text.limits.spendingHint],
    leasesAtOnce: [text.limits.leasesAtOnce, text.limits.leasesAtOnceHint],
    maxLeaseSeconds: [text.limits.maxLease, text.limits.maxLeaseHint],
  },
  codes: {
    rules: [codes.rules.title, codes.rules.purpose],
    tryText: [codes.trial.title, codes.trial.purpose],
  },
  notifications: {
    notifications: [text.notifications.switch],
    notificationCodes: [desktop.codes, desktop.codesHint],
    copyNumber: [text.clipboard.copyNumber],
    autoCopy: [text.clipboard.autoCopy],
    clearClipboardSeconds: [text.clipboard.clear, text.clipboard.clearHint],
  },
  desktop: {
    globalShortcut: [desktop.shortcut],
    closeToTray: [desktop.closeToTray, desktop.closeToTrayHint],
    startAtLogin: [desktop.startAtLogin],
    team: [strings.team.title, strings.team.purpose],
  },
  appearance: { theme: [text.appearance.theme], language: [text.appearance.language] },
  api: { apiEnabled: [text.api.enable, text.api.purpose], apiToken: [text.api.copyToken, text.api.tokenHint] },
  tokens: { newToken: [text.tokens.add, text.tokens.purpose] },
  data: {
    folder: [text.data.folder],
    retentionDays: [text.data.retention, text.data.retentionHint],
    export: [text.data.exportAll, text.data.exportHint],
    deleteHistory: [text.data.deleteHistory, text.data.deleteHistoryHint],
    wipe: [text.data.wipe, text.data.wipeHint],
  },
  about: {
    about: [text.about.version, text.about.updates],
    setup: [text.about.setup, text.about.setupHint],
    diagnostics: [text.diagnostics.title, text.diagnostics.hint],
  },
  places: {
    spending: [strings.nav.spending, money.ledger.title],
    papers: [money.papers.title, money.papers.purpose],
  },
};

/** What can be found on this host. */
export function findables({ desktop, capabilities }: Pick<AppState, 'desktop' | 'capabilities'>): Findable[] {
  const absent = new Set<string>([
    ...(desktop === null ? ['globalShortcut', 'closeToTray', 'startAtLogin', 'notificationCodes', 'team'] : []),
    ...(desktop?.system === 'macOS' ? ['closeToTray'] : []),
    ...(capabilities.clipboard === 'host' ? [] : ['clearClipboardSeconds']),
    ...(capabilities.switchApi ? [] : ['apiEnabled']),
  ]);
  return [...settingsSections, 'places' as const].flatMap((page) =>
    Object.entries(all[page]).flatMap(([id, [label, hint]]) =>
      absent.has(id)
        ? []
        : { id: id as Id, page: page === 'places' ? null : page, label, ...(hint !== undefined && { hint }) },
    ),
  );
}

/** The address that leads to it. */
export function addressOf({ id, page }: Findable): string {
  return page === null ? id : `settings/${page}/${id}`;
}

/** What contains every word that was typed: first where its name begins with one, then by other words for it. */
export function search(typed: string, list: readonly Findable[]): Findable[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  return list
    .map((found) => ({ found, rank: Math.max(...wanted.map((word) => rankOf(word, found))) }))
    .filter(({ rank }) => rank < none)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ found }) => found);
}

const none = 4;

/** How well a word fits: 0 best, 4 not at all. */
function rankOf(word: string, { id, page, label, hint = '' }: Findable): number {
  const places = [label, `${text.search.also[id]} ${page === null ? '' : text.names[page]}`, hint];
  const begins = places.findIndex((place) => wordsOf(place).some((other) => other.startsWith(word)));
  if (begins >= 0) return begins;
  return label.toLowerCase().includes(word) ? none - 1 : none;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,.;:·…“”()]+/)
    .filter((word) => word !== '');
}
