import { themes } from '../../../electron/contract/choices.ts';
import { places, settingsSections } from '../../../electron/contract/commands.ts';
import { messageColumns, messagePages } from '../../../electron/contract/messagesCsv.ts';
import { useSelected, useServices } from '../../state/context.ts';
import { newestCode } from '../../state/leases.ts';
import { usePlace } from '../../state/usePlace.ts';
import { saveExport, type ExportKind } from '../../ui/ExportButtons.tsx';
import { keysOf, type ShortcutName } from '../../ui/shortcuts.ts';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';
import type { SameAgain } from '../numbers/useSameAgain.ts';
import type { PaletteAction } from './actions.ts';

const text = strings.palette;
const { appearance } = strings.settings;
const names = { ...strings.nav, papers: strings.money.papers.title };

export interface PaletteTargets {
  newNumber: () => void;
  sameAgain: SameAgain | null;
  giveAllBack: () => void;
  showHelp: () => void;
  copyNewest: () => void;
  /** Whether single keys work. */
  singleKeys: boolean;
}

/** What can be done wherever one is: what is done most, and the rest. */
export function useGeneralActions(targets: PaletteTargets): { usual: PaletteAction[]; rest: PaletteAction[] } {
  const { newNumber, sameAgain, giveAllBack, showHelp, copyNewest, singleKeys } = targets;
  const { bridge, client, store } = useServices();
  const [, go] = usePlace();
  const active = useSelected(({ leases }) => leases.filter(({ state }) => state === 'active').length);
  const isPaused = useSelected(({ pausedSince }) => pausedSince !== null);
  const signOut = bridge.session?.signOut;
  const { state } = store.view();
  const newest = state && newestCode(state);
  const isDesktop = useSelected(({ desktop }) => desktop !== null);
  const { run: check } = useTask(async () => {
    const { found } = await client.call('messages.check', {});
    showDone(strings.reception.late.found({ count: found }));
  });
  const { run: leave } = useTask(async () => signOut?.());
  const { run: pause } = useTask((paused: boolean) => client.call('reception.pause', { paused }));
  const { run: choose } = useTask((theme: (typeof themes)[number]) => client.call('settings.update', { theme }));
  const { run: save } = useTask((kind: ExportKind) =>
    saveExport('otp-dock-messages', kind, strings.inbox.exported, messageColumns, () =>
      messagePages((query) => client.call('messages.list', query), {}),
    ),
  );

  type Kind = keyof typeof text.keywords;
  const action = (kind: Kind, label: string, run: () => void, more: Partial<PaletteAction> = {}): PaletteAction => ({
    id: kind,
    label,
    keywords: text.keywords[kind],
    run,
    ...more,
  });
  const keys = (name: ShortcutName) => ({ keys: keysOf(name, isDesktop, singleKeys).join(' ') });
  const usual = [
    action('copyCode', text.copyNewest, copyNewest, {
      description: newest === null ? undefined : `${newest.code} · ${newest.name}`,
      ...keys('copyNewest'),
    }),
    action('newNumber', strings.numbers.newNumber, newNumber, keys('newNumber')),
    ...(sameAgain === null
      ? []
      : [
          action('sameAgain', strings.numbers.sameAgain, sameAgain.run, {
            description: sameAgain.what,
            ...keys('sameAgain'),
          }),
        ]),
    ...(active < 2 ? [] : [action('giveAllBack', strings.money.lease.endAll, giveAllBack)]),
    action('check', text.check, () => void check()),
  ];
  const rest = [
    ...places.map((place) =>
      action(place, text.goTo({ place: names[place] }), () => go(place), { id: `place ${place}` }),
    ),
    ...settingsSections
      .filter((page) => page !== 'desktop' || isDesktop)
      .map((page) =>
        action('settings', text.goTo({ place: strings.settings.names[page] }), () => go('settings', page), {
          id: `settings ${page}`,
          description: strings.nav.settings,
        }),
      ),
    ...themes.map((theme) =>
      action('theme', `${appearance.theme}: ${appearance.themes[theme]}`, () => void choose(theme), {
        id: `theme ${theme}`,
      }),
    ),
    action('pause', isPaused ? text.resume : strings.reception.pause.switch, () => void pause(!isPaused)),
    ...(['csv', 'json'] as const).map((kind) =>
      action('export', strings.inbox[kind], () => void save(kind), {
        id: `export ${kind}`,
        description: strings.nav.inbox,
      }),
    ),
    ...(signOut ? [action('signOut', strings.settings.api.signOut, () => void leave())] : []),
    action('help', strings.shortcuts.title, showHelp, keys('help')),
  ];
  return { usual, rest };
}
