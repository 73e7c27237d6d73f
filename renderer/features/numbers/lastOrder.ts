import { useLocalStorage } from '@mantine/hooks';
import type { LeaseInput } from '../../../electron/contract/api.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { useSelected } from '../../state/context.ts';

/** The last number that was ordered in this browser, and the defaults of that time. */
interface LastOrder {
  order: LeaseInput;
  defaults: string;
}

const key = 'otp-dock.last-order';

/** Each host that is shown here has its own. */
const keyFor = (team: string | undefined) => (team === undefined ? key : `${key} ${team}`);

/** Whoever has set other defaults since wants those in the next dialog, not the last order. */
function defaultsOf({ country, type, ttlSeconds, policy }: Settings): string {
  return JSON.stringify([country, type, ttlSeconds, policy]);
}

interface KeptOrder {
  /** null before the first one. */
  last: LeaseInput | null;
  /** Whether the next dialog begins with it. */
  isCurrent: boolean;
  remember: (order: LeaseInput) => void;
}

export function useLastOrder(): KeptOrder {
  const defaults = useSelected(({ settings }) => defaultsOf(settings));
  const team = useSelected(({ desktop }) => desktop?.team?.url);
  const [kept, setKept] = useLocalStorage<LastOrder | null>({
    key: keyFor(team),
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: read,
  });
  return {
    last: kept?.order ?? null,
    isCurrent: kept?.defaults === defaults,
    remember: (order) => setKept({ order, defaults }),
  };
}

/** What another version has written may be no order any more: the host, and the dialog, look at it closely. */
function read(text: string | undefined): LastOrder | null {
  try {
    const { order, defaults } = JSON.parse(text ?? '{}') as Partial<LastOrder>;
    return typeof order === 'object' && order !== null ? { order, defaults: defaults ?? '' } : null;
  } catch {
    return null;
  }
}

/** Part of "Delete everything": a label may say what somebody is testing. */
export function forgetLastOrder(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(key)) localStorage.removeItem(name);
}
