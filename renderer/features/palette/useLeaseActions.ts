import type { Lease } from '../../../electron/contract/state.ts';
import { useSelected, useServices } from '../../state/context.ts';
import { extensionOf, groupLeases, newestOf } from '../../state/leases.ts';
import { usePlace } from '../../state/usePlace.ts';
import { useCopy } from '../../ui/copying.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { formatNumber, leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';
import { giveBackSoon, nameOfEnd } from '../numbers/GiveBack.tsx';
import type { PaletteAction } from './actions.ts';

const text = strings.palette;

/** What can be done with each number in use; the number with the newest code first. */
export function useLeaseActions(reveal: (leaseId: string) => void): PaletteAction[] {
  const { client, delayed, store } = useServices();
  const leases = useSelected((state) => state.leases);
  const copy = useCopy();
  const [, go] = usePlace();
  const { run: extend } = useTask((id: string, seconds: number) => client.call('leases.extend', { id, seconds }));
  const { run: end } = useTask((id: string) => client.call('leases.end', { id }));

  const copyAndTell = async (what: string, said: string) => {
    if (await copy(what)) showDone(said);
  };
  const actionsOf = (lease: Lease): PaletteAction[] => {
    const { id, number, state, pinned } = lease;
    const code = newestOf(lease, store.view().messagesOf.get(id) ?? [])?.code ?? null;
    const name = leaseName(lease);
    const action = (kind: keyof typeof text.keywords, label: string, run: () => void): PaletteAction => ({
      id: `${kind} ${id}`,
      label: `${label} · ${name}`,
      description: lease.label !== null && number !== null ? formatNumber(number) : undefined,
      keywords: text.keywords[kind],
      number,
      run,
    });
    return [
      ...(code === null
        ? []
        : [
            action(
              'copyCode',
              strings.codes.copyThis({ code }),
              () => void copyAndTell(code, strings.shortcuts.copied({ code, name })),
            ),
          ]),
      ...(number === null
        ? []
        : [
            action(
              'copyNumber',
              text.copyNumber,
              () => void copyAndTell(number, strings.numbers.onClipboard({ number: formatNumber(number) })),
            ),
            action('messages', text.messages, () => go('inbox', number)),
          ]),
      action('show', text.show, () => reveal(id)),
      ...(state !== 'active'
        ? []
        : [action('giveBack', nameOfEnd(lease), () => giveBackSoon(delayed, lease, () => void end(id)))]),
      ...(state !== 'active' || pinned
        ? []
        : [
            action(
              'extend',
              strings.numbers.extendLabel({ time: formatDuration(extensionOf(lease)) }),
              () => void extend(id, extensionOf(lease)),
            ),
          ]),
    ];
  };
  return groupLeases(leases).current.flatMap(actionsOf);
}
