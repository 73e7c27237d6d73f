import { isEmulated, type AppState, type Lease } from '../../contract/state.ts';
import type { MainWords } from '../../contract/words/main.ts';

/** The answers, in the order of the buttons. */
export const quitChoices = ['release', 'keep', 'cancel'] as const;
type QuitChoice = (typeof quitChoices)[number];

export interface QuitAnswer {
  choice: QuitChoice;
  /** Always do this. */
  always: boolean;
}

export interface QuitQuestion {
  message: string;
  detail: string;
  buttons: Record<QuitChoice, string>;
  /** The label of the check box. */
  always: string;
}

type QuitWords = MainWords['quit'];

/** A message box does not scroll. */
const mostListed = 8;

/**
 * What to ask before the app quits. null: no lease runs, Settings have the answer, or the emulated account ends with the app
 * anyway. Pinned leases stay, so they need no question.
 */
export function quitQuestion(
  state: Pick<AppState, 'demo' | 'capture' | 'leases' | 'settings'>,
  { quit: text }: MainWords,
): QuitQuestion | null {
  const { leases, settings } = state;
  const [open, pinned] = [openLeases(leases), leases.filter((lease) => lease.pinned).length];
  if (isEmulated(state) || settings.onQuit !== 'ask' || open.length === 0) return null;
  const end = open.some(goesBack) ? text.giveBack : text.endNow;
  const options = [
    text.option({ button: end, what: whatEnds(open, text) }),
    text.option({ button: text.keep, what: text.kept }),
  ];
  return {
    message: text.question({ count: open.length }),
    detail: [list(open, text), ...options, ...(pinned > 0 ? [text.pinned({ count: pinned })] : [])].join('\n\n'),
    buttons: { release: end, keep: text.keep, cancel: text.cancel },
    always: text.always,
  };
}

/** The leases that end with the app, if any do. Pinned ones stay. */
export function openLeases(leases: readonly Lease[]): Lease[] {
  return leases.filter(({ state, pinned }) => (state === 'active' && !pinned) || state === 'buying');
}

function goesBack({ policy }: Lease): boolean {
  return policy === 'release';
}

function list(open: Lease[], text: QuitWords): string {
  const rest = open.length - mostListed;
  const lines = open.slice(0, mostListed).map((lease) => line(lease, text));
  return [...lines, ...(rest > 0 ? [text.more({ count: rest })] : [])].join('\n');
}

function line({ number, country, label }: Lease, text: QuitWords): string {
  const name = number ?? text.buying({ country });
  return label ? text.labelled({ name, label }) : name;
}

/** A lease always ends by its policy, so what the button promises depends on the policies. */
function whatEnds(open: Lease[], text: QuitWords): string {
  const staying = open.filter((lease) => !goesBack(lease)).length;
  if (staying === open.length) return text.allStay;
  return staying > 0 ? `${text.goesBack} ${text.someStay({ count: staying })}` : text.goesBack;
}
