import type { AppState, Lease } from '../contract/state.ts';

/** What can be answered, in the order of the buttons. */
export const quitChoices = ['release', 'keep', 'cancel'] as const;
export type QuitChoice = (typeof quitChoices)[number];

export interface QuitQuestion {
  message: string;
  detail: string;
  /** One label for each choice. */
  buttons: Record<QuitChoice, string>;
}

/** A message box does not scroll. */
const mostListed = 8;

/**
 * What to ask before the app is quit, or null: no lease runs, Settings have the answer, or the demo ends with the app
 * anyway. Pinned leases are no question: they stay.
 */
export function quitQuestion({
  demo,
  leases,
  settings,
}: Pick<AppState, 'demo' | 'leases' | 'settings'>): QuitQuestion | null {
  const open = openLeases(leases);
  const pinned = leases.filter((lease) => lease.pinned).length;
  if (demo || settings.onQuit !== 'ask' || open.length === 0) return null;
  const end = open.some(goesBack) ? 'Give back' : 'End now';
  return {
    message: open.length === 1 ? '1 number is still leased.' : `${open.length} numbers are still leased.`,
    detail: [list(open), `${end}: ${whatEnds(open)}`, `Keep: ${whatIsKept}`, ...whatIsPinned(pinned)].join('\n\n'),
    buttons: { release: end, keep: 'Keep', cancel: 'Cancel' },
  };
}

/** The leases that an end of the app ends, if it ends any: a pinned one stays. */
export function openLeases(leases: readonly Lease[]): Lease[] {
  return leases.filter(({ state, pinned }) => (state === 'active' && !pinned) || state === 'buying');
}

function goesBack({ policy }: Lease): boolean {
  return policy === 'release';
}

function list(open: Lease[]): string {
  const rest = open.length - mostListed;
  const lines = open.slice(0, mostListed).map(line);
  return [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}

function line({ number, country, label }: Lease): string {
  const name = number ?? `A number in ${country} that is being bought`;
  return label ? `${name} (${label})` : name;
}

// A lease is ended by its policy, whoever ends it: what the button promises depends on the policies.
function whatEnds(open: Lease[]): string {
  const staying = open.filter((lease) => !goesBack(lease)).length;
  if (staying === open.length) return 'the leases end, and their numbers stay on your account as you have set it.';
  const stays = staying > 0 ? ` ${staying} of them will stay on your account, as you have set it.` : '';
  return `the leases end, and OTP Dock closes when Twilio has the numbers back. What takes too long is done at the next start.${stays}`;
}

const whatIsKept =
  'the numbers stay yours while OTP Dock is closed. A lease whose time runs out meanwhile ends at the next start, by its policy; nothing more is charged until the number’s monthly bill.';

function whatIsPinned(count: number): string[] {
  if (count === 0) return [];
  return [
    `${count === 1 ? '1 pinned number stays' : `${count} pinned numbers stay`} yours either way, billed each month.`,
  ];
}
