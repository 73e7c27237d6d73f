import type { Failure } from '../contract/errors.ts';
import { refusalReasons } from '../contract/reception.ts';
import type { Settings } from '../contract/settings.ts';
import type { AppState } from '../contract/state.ts';
import { iso } from '../contract/time.ts';
import type { History } from './ports.ts';

/** What the host contributes to the diagnostics. */
export interface DiagnosticsPort {
  /** What it runs on: `['Electron', '45.4.1']`. */
  facts(): [name: string, value: string][];
  /** The newest warnings and errors, oldest first, without secrets. */
  recentLog(): string[];
  /** Deletes the log, also on disk. */
  forgetLog(): void;
  /** The home folder. Its path contains the person's name. */
  home: string;
}

export interface DiagnosticsInput {
  version: string;
  host: AppState['host'];
  /** Milliseconds since the epoch. */
  now: number;
  port: Pick<DiagnosticsPort, 'facts' | 'recentLog' | 'home'>;
  /** null before the app has started. */
  app: { state: AppState; kept: KeptCounts } | null;
}

/** How much is on disk for this account; null where it could not be read. */
export interface KeptCounts {
  messages: number | null;
  ledgerEntries: number | null;
}

/** Never rejects. The newest ledger entry's id serves as the count. */
export async function keptCounts(
  history: Pick<History, 'countMessages' | 'ledger'>,
  account: string | null,
): Promise<KeptCounts> {
  if (account === null) return { messages: null, ledgerEntries: null };
  const [messages, ledger] = await Promise.allSettled([
    history.countMessages(account, {}),
    history.ledger(account, { limit: 1 }),
  ]);
  return {
    messages: messages.status === 'fulfilled' ? messages.value.count : null,
    ledgerEntries: ledger.status === 'fulfilled' ? (ledger.value.entries[0]?.id ?? 0) : null,
  };
}

/** In characters: short enough to read before sending, and for any report. The oldest log lines are dropped first. */
const longest = 9_000;

/**
 * Describes this installation for a report: versions, states, counts and the newest errors. It contains no secrets,
 * names, message texts, senders or codes, and only the last digits of numbers and SIDs.
 */
export function diagnosticsText({ version, host, now, port, app }: DiagnosticsInput): string {
  const head = [
    `OTP Dock ${version} (${host}), ${iso(now)}`,
    ...port.facts().map(([name, value]) => `${name}: ${value}`),
    ...(app ? ['', ...stateLines(app.state), ...keptLines(app.kept), '', ...settingsLines(app.state.settings)] : []),
  ];
  const log = port.recentLog();
  const title = log.length === 0 ? 'No warnings or errors.' : 'Newest warnings and errors:';
  const lines = fitting(
    [...head, '', title].join('\n').length,
    log.map((line) => withoutPersonal(line, port.home)),
  );
  return [...head, '', title, ...lines].map((line) => withoutPersonal(line, port.home)).join('\n');
}

function fitting(used: number, lines: string[]): string[] {
  let left = longest - used;
  const first = lines.findLastIndex((line) => (left -= line.length + 1) < 0);
  return lines.slice(first + 1);
}

/** Shortens numbers and SIDs to their last digits, and the home folder to ~. */
export function withoutPersonal(line: string, home: string): string {
  const short = line
    .replace(/\b([A-Z]{2})[0-9a-f]{28}([0-9a-f]{4})\b/g, '$1…$2')
    .replace(/\+[1-9]\d{4,12}(\d{2})\b/g, '+…$1')
    .replace(/(?<![\w.-])[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '…@…');
  return home.length > 1 ? short.replaceAll(home, '~') : short;
}

function stateLines(state: AppState): string[] {
  const { credentials, tunnel, reception, api, desktop } = state;
  const refused = refusalReasons.filter((reason) => reception.refused[reason] > 0);
  return [
    `Account: ${accountLine(state)}`,
    `Credentials: ${credentials.source}; storage ${credentials.storage}; ngrok token ${credentials.ngrokToken}`,
    `Reception: ${tunnel.kind}, ${tunnel.state}${tunnel.url ? ', with a public URL' : ''}${state.polling ? ', polling' : ''}${problem(tunnel.problem)}`,
    `Fixed by the environment: ${fixedNames(state).join(', ') || 'nothing'}`,
    `Webhook: ${state.webhook ?? 'not listening'}`,
    `Received in this run: ${reception.accepted} by webhook (${reception.lastWebhookAt ?? 'never'}), ${reception.backfilled} from the list (read ${reception.lastListAt ?? 'never'})`,
    `Refused: ${refused.map((reason) => `${reception.refused[reason]} ${reason}`).join(', ') || 'none'}`,
    `Automation API: ${api.url ?? 'off'}${problem(api.problem)}`,
    ...(desktop
      ? [
          `Desktop: ${desktop.system}; updates ${desktop.update.kind}${desktop.update.kind === 'off' ? ` (${desktop.update.why})` : ''}${problem(desktop.shortcutProblem)}${problem(desktop.loginProblem)}`,
        ]
      : []),
    `Leases in view: ${counted(state.leases.map((lease) => lease.state))}; numbers that wait: ${state.idle.reduce((sum, { count }) => sum + count, 0)}`,
    `Notices: ${state.notices.map(({ id }) => id).join(', ') || 'none'}`,
  ];
}

function accountLine({ account, demo }: AppState): string {
  if (account.kind === 'none') return 'none';
  const trial = account.kind === 'connected' && account.trial ? ', trial' : '';
  return `${demo ? 'demo, ' : ''}${account.kind}${trial}, SID …${account.sid.slice(-4)}${account.kind === 'failed' ? problem(account.error) : ''}`;
}

function problem(failure: Failure | null): string {
  if (!failure) return '';
  const { code, twilio } = failure;
  return `; ${code}${twilio ? ` (Twilio ${twilio.code ?? '?'}, status ${twilio.status ?? '?'})` : ''}`;
}

function fixedNames({ fixed }: AppState): string[] {
  return Object.entries(fixed).flatMap(([name, value]) => (value === null ? [] : [name]));
}

function counted(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${count} ${value}`).join(', ') || 'none';
}

function keptLines({ messages, ledgerEntries }: KeptCounts): string[] {
  return [`On disk: ${messages ?? 'unknown'} messages, ${ledgerEntries ?? 'unknown'} ledger entries`];
}

/** Settings whose value reveals nothing about a person. A new one must be listed here to be shown. */
const shownSettings = [
  'country',
  'type',
  'ttlSeconds',
  'maxLeaseSeconds',
  'policy',
  'quarantineSeconds',
  'retentionDays',
  'poolSize',
  'leasesAtOnce',
  'reception',
  'ngrokRootCas',
  'onQuit',
  'notifications',
  'notificationCodes',
  'globalShortcut',
  'closeToTray',
  'startAtLogin',
  'theme',
  'language',
  'apiEnabled',
  'copyNumber',
  'autoCopy',
  'clearClipboardSeconds',
  'setup',
  'limitsToConfirm',
] as const satisfies (keyof Settings)[];

/** For these, it only shows whether they are set. */
const hiddenSettings = [
  'publicUrl',
  'ngrokDomain',
  'installation',
  'limitPerDay',
  'limitPerMonth',
] as const satisfies (keyof Settings)[];

function settingsLines(settings: Settings): string[] {
  const shown = shownSettings.map((name) => `${name} ${JSON.stringify(settings[name])}`);
  const hidden = hiddenSettings.map((name) => `${name} ${settings[name] === null ? 'not set' : 'set'}`);
  const counts = [`papers ${Object.keys(settings.papers).length}`, `rules ${settings.rules.length}`];
  return [`Settings: ${[...shown, ...hidden, ...counts].join(', ')}`];
}
