import { Anchor, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useState } from 'react';
import type { Lease } from '../electron/contract/state.ts';
import { EndAllDialog } from './features/numbers/EndAll.tsx';
import { leaseMenu } from './features/numbers/LeaseMenu.tsx';
import { NumbersPage } from './features/numbers/NumbersPage.tsx';
import type { FirstChoice } from './features/numbers/order.ts';
import { useLastSeconds } from './features/numbers/useLastSeconds.ts';
import { useOrderDialog } from './features/numbers/useOrderDialog.ts';
import { useSameAgain } from './features/numbers/useSameAgain.ts';
import { PauseBanner } from './features/reception/PauseBanner.tsx';
import { AccountPanel, Troubles } from './shell/AccountPanel.tsx';
import { Sidebar } from './shell/Sidebar.tsx';
import {
  isDialogOpen,
  useAutoCopy,
  useCommands,
  useCopyNewest,
  useMessageAnnouncements,
  useNetworkBack,
  useReveal,
  useShortcuts,
} from './shellHooks.ts';
import { useSelected, useServices } from './state/context.ts';
import { usePlace } from './state/usePlace.ts';
import { useTexts } from './state/useTexts.ts';
import { DemoBanner } from './ui/DemoBanner.tsx';
import { dialogFrame } from './ui/Dialog.tsx';
import { later } from './ui/later.ts';
import { Notices } from './ui/Notices.tsx';
import { Pending } from './ui/Pending.tsx';
import { useSingleKeys } from './ui/singleKeys.ts';
import { strings } from './ui/strings.ts';

// The first screen needs none of these; the most likely ones are fetched once it is up.
const inbox = () => import('./features/inbox/InboxPage.tsx');
const newNumberDialog = () => import('./features/numbers/NewNumberDialog.tsx');
const InboxPage = later(async () => (await inbox()).InboxPage);
const NewNumberDialog = later(async () => (await newNumberDialog()).NewNumberDialog);
const CaptureBanner = later(async () => (await import('./features/capture/CaptureBanner.tsx')).CaptureBanner);
const FaultsBanner = later(async () => (await import('./features/capture/FaultsBanner.tsx')).FaultsBanner);
const SpendingPage = later(async () => (await import('./features/money/SpendingPage.tsx')).SpendingPage);
const PapersPage = later(async () => (await import('./features/papers/PapersPage.tsx')).PapersPage);
const SettingsPage = later(async () => (await import('./features/settings/SettingsPage.tsx')).SettingsPage);
const palette = () => import('./features/palette/Palette.tsx');
const Palette = later(async () => (await palette()).Palette);
const TeachDialog = later(async () => (await import('./features/codes/TeachDialog.tsx')).TeachDialog);
const shortcutsDialog = () => import('./ui/ShortcutsDialog.tsx');
const ShortcutsDialog = later(async () => (await shortcutsDialog()).ShortcutsDialog);

/** The places, and everything they share. `first`: start with the dialog for a new number. */
export function Shell({ first }: { first: FirstChoice | undefined }) {
  const [place, go] = usePlace();
  const [help, showHelp] = useDisclosure(false);
  const [isPaletteOpen, paletteIs] = useDisclosure(false);
  /** The numbers that were in use when the palette was asked to give them all back. */
  const [toEnd, setToEnd] = useState<readonly Lease[] | null>(null);
  const { dialog, newNumber, close } = useOrderDialog(first);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [revealed, reveal] = useReveal(() => go('numbers'));
  const sameAgain = useSameAgain(reveal);
  const { texts, toTry, tried, lesson, endLesson } = useTexts(() => go('settings', 'codes/tryText'));
  useNextScreens();
  useMessageAnnouncements();
  useAutoCopy();
  useLastSeconds();
  useNetworkBack();
  useCommands({ newNumber, goTo: go });
  const { store } = useServices();
  const isCapturing = useSelected(({ capture }) => capture !== null);
  const copyNewest = useCopyNewest();
  const openPalette = () => isDialogOpen() || paletteIs.open();
  useShortcuts({
    newNumber,
    sameAgain: sameAgain?.run ?? null,
    showHelp: showHelp.open,
    openPalette,
    copyNewest,
    singleKeys,
  });
  const giveAllBack = () => setToEnd(store.view().state?.leases.filter(({ state }) => state === 'active') ?? null);
  return (
    <>
      <SkipLink />
      <div className="shell">
        <Sidebar place={place} showHelp={showHelp.open} openPalette={openPalette} />
        <AccountPanel />
        <main id="content" tabIndex={-1}>
          <Stack maw={1120} mx="auto">
            <DemoBanner />
            {isCapturing && (
              <Suspense>
                <CaptureBanner />
                <FaultsBanner />
              </Suspense>
            )}
            <PauseBanner />
            <Notices />
            <Troubles />
            {place === 'numbers' && <NumbersPage newNumber={newNumber} sameAgain={sameAgain} revealed={revealed} />}
            <Suspense fallback={<Pending />}>
              {place === 'inbox' && <InboxPage texts={texts} />}
              {place === 'spending' && <SpendingPage />}
              {place === 'papers' && <PapersPage />}
              {place === 'settings' && <SettingsPage toTry={toTry} tried={tried} teach={texts.teach} />}
            </Suspense>
          </Stack>
        </main>
      </div>
      <Suspense fallback={<Pending />}>
        {dialog !== null && <NewNumberDialog key={dialog.id} first={dialog.first} close={close} taken={reveal} />}
        {lesson !== null && <TeachDialog given={lesson} close={endLesson} />}
        {isPaletteOpen && (
          <Palette
            {...{ newNumber, sameAgain, giveAllBack, copyNewest, singleKeys, reveal }}
            showHelp={showHelp.open}
            close={paletteIs.close}
          />
        )}
        {help && <ShortcutsDialog close={showHelp.close} singleKeys={singleKeys} setSingleKeys={setSingleKeys} />}
      </Suspense>
      {toEnd !== null && <EndAllDialog active={toEnd} close={() => setToEnd(null)} />}
    </>
  );
}

/** If prefetching fails, the part is fetched when it is needed, and any error shows then. */
function useNextScreens(): void {
  useEffect(() => {
    const next = [dialogFrame, leaseMenu, inbox, newNumberDialog, palette, shortcutsDialog];
    const ahead = requestIdleCallback(() => void Promise.allSettled(next.map((load) => load())));
    return () => cancelIdleCallback(ahead);
  }, []);
}

function SkipLink() {
  return (
    <Anchor
      href="#content"
      className="skip-link"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      {strings.common.skip}
    </Anchor>
  );
}
