import type { MenuItemConstructorOptions } from 'electron';
import { groupedCode } from '../../contract/codeGroups.ts';
import type { AppState, Lease } from '../../contract/state.ts';
import { remainingMs } from '../../contract/time.ts';
import type { MainWords } from '../../contract/words/main.ts';
import { isPresenting, nameOf, newestCodes } from '../notifications/arrivedCodes.ts';
import type { Desktop } from '../desktop.ts';
import { isInside } from './menuTemplate.ts';

export interface TrayActions extends Pick<Desktop, 'copy' | 'reveal' | 'command' | 'pause' | 'present'> {
  open(): void;
  quit(): void;
}

export type TrayState = Pick<AppState, 'messages' | 'leases' | 'demo' | 'account' | 'pausedSince' | 'desktop'>;

type Item = MenuItemConstructorOptions;
type TrayWords = MainWords['tray'];

const most = { codes: 5, numbers: 8 };
const minuteMs = 60_000;

/** As long for every code. */
const hiddenCode = '••••••';

export function trayTemplate(state: TrayState, now: number, words: MainWords, actions: TrayActions): Item[] {
  const text = words.tray;
  const newNumber = () => actions.command({ name: 'newNumber', prefill: {} });
  return [
    ...codeItems(state, text, actions),
    { type: 'separator' },
    ...numberItems(state, now, text, actions),
    { type: 'separator' },
    { label: text.newNumber, enabled: isInside(state), click: newNumber },
    pauseItem(state, text, actions),
    presentItem(state, text, actions),
    { label: text.open, click: () => actions.open() },
    { type: 'separator' },
    { label: text.quit, click: () => actions.quit() },
  ];
}

function pauseItem(state: TrayState, text: TrayWords, { pause }: TrayActions): Item {
  const checked = state.pausedSince !== null;
  return { label: text.pause, type: 'checkbox', checked, enabled: isInside(state), click: () => pause(!checked) };
}

function presentItem(state: TrayState, text: TrayWords, { present }: TrayActions): Item {
  const checked = isPresenting(state);
  return { label: text.hideCodes, type: 'checkbox', checked, click: () => present(!checked) };
}

function codeItems(state: TrayState, text: TrayWords, { copy }: TrayActions): Item[] {
  const codes = newestCodes(state, most.codes);
  if (codes.length === 0) return [{ label: text.noCodes, enabled: false }];
  const items = codes.map(({ code, messageSid, from, to }) => ({
    id: messageSid,
    label: plain(text.code({ code: isPresenting(state) ? hiddenCode : groupedCode(code), from, to })),
    click: () => copy(code),
  }));
  return [{ label: text.codes, enabled: false }, ...items];
}

function numberItems({ leases }: TrayState, now: number, text: TrayWords, { reveal }: TrayActions): Item[] {
  const active = activeOf(leases);
  if (active.length === 0) return [{ label: text.noNumbers, enabled: false }];
  const items = active.slice(0, most.numbers).map((lease) => ({
    id: lease.id,
    label: plain(text.number({ name: nameOf(lease), left: timeLeft(lease, now, text) })),
    click: () => reveal(lease.id),
  }));
  const rest = active.length - items.length;
  const more: Item[] = rest > 0 ? [{ label: text.more({ count: rest }), enabled: false }] : [];
  return [{ label: text.numbers, enabled: false }, ...items, ...more];
}

function activeOf(leases: readonly Lease[]): Lease[] {
  return leases.filter(({ state }) => state === 'active');
}

/** A single & in a label marks the next letter as a key. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}

function timeLeft({ pinned, expiresAt }: Lease, now: number, text: TrayWords): string {
  if (pinned) return text.pinned;
  const minutes = Math.floor(expiresAt === null ? 0 : remainingMs(expiresAt, now) / minuteMs);
  if (minutes < 1) return text.underMinute;
  return minutes < 120 ? text.left({ count: minutes }) : text.hoursLeft({ count: Math.floor(minutes / 60) });
}

/** Milliseconds until time alone changes the menu; null while no number is in use. */
export function nextTrayChange({ leases }: Pick<AppState, 'leases'>, now: number): number | null {
  const left = activeOf(leases).flatMap(({ expiresAt }) => (expiresAt === null ? [] : remainingMs(expiresAt, now)));
  const running = left.filter((ms) => ms > 0);
  return running.length === 0 ? null : Math.min(...running.map((ms) => (ms % minuteMs) + 1));
}

export function trayTip(
  { leases, pausedSince }: Pick<AppState, 'leases' | 'pausedSince'>,
  { tray: text }: MainWords,
): string {
  const active = activeOf(leases).length;
  const said = [...(pausedSince === null ? [] : [text.paused]), ...(active === 0 ? [] : [text.inUse({ active })])];
  return said.length === 0 ? text.tip : text.tipWith({ what: said.join(', ') });
}
