import { Anchor, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { InboxPage } from './features/inbox/InboxPage.tsx';
import { NumbersPage } from './features/numbers/NumbersPage.tsx';
import type { FirstChoice } from './features/numbers/order.ts';
import { useOrderDialog } from './features/numbers/useOrderDialog.ts';
import { PauseBanner } from './features/reception/PauseBanner.tsx';
import { AccountPanel, Troubles } from './shell/AccountPanel.tsx';
import { Sidebar } from './shell/Sidebar.tsx';
import {
  useAutoCopy,
  useCommands,
  useNetworkBack,
  useNewCodeAnnouncements,
  useReveal,
  useShortcuts,
} from './shellHooks.ts';
import { usePlace } from './state/usePlace.ts';
import { useTexts } from './state/useTexts.ts';
import { DemoBanner } from './ui/DemoBanner.tsx';
import { Notices } from './ui/Notices.tsx';
import { ShortcutsDialog, useHelpKey } from './ui/ShortcutsDialog.tsx';
import { strings } from './ui/strings.ts';

// Forms are the heavier half of the interface; the first screen does not wait for them.
const SettingsPage = lazy(async () => ({
  default: (await import('./features/settings/SettingsPage.tsx')).SettingsPage,
}));
const NewNumberDialog = lazy(async () => ({
  default: (await import('./features/numbers/NewNumberDialog.tsx')).NewNumberDialog,
}));
const TeachDialog = lazy(async () => ({
  default: (await import('./features/codes/TeachDialog.tsx')).TeachDialog,
}));

/** The three places, and what is the same in each of them. `first`: begin with the dialog for a new number. */
export function Shell({ first }: { first: FirstChoice | undefined }) {
  const [place, go] = usePlace();
  const [help, showHelp] = useDisclosure(false);
  const { dialog, newNumber, close } = useOrderDialog(first);
  const [helpKey, setHelpKey] = useHelpKey();
  const revealed = useReveal(() => go('numbers'));
  const { texts, toTry, tried, lesson, endLesson } = useTexts(() => go('settings'));
  useNewCodeAnnouncements();
  useAutoCopy();
  useNetworkBack();
  useCommands({ newNumber, goTo: go });
  useShortcuts({ newNumber, showHelp: helpKey ? showHelp.open : null });
  return (
    <>
      <SkipLink />
      <div className="shell">
        <Sidebar place={place} showHelp={showHelp.open} />
        <AccountPanel />
        <main id="content" tabIndex={-1}>
          <Stack maw={1120} mx="auto">
            <DemoBanner />
            <PauseBanner />
            <Notices />
            <Troubles />
            {place === 'numbers' && <NumbersPage newNumber={newNumber} revealed={revealed} />}
            {place === 'inbox' && <InboxPage texts={texts} />}
            <Suspense>
              {place === 'settings' && <SettingsPage toTry={toTry} tried={tried} teach={texts.teach} />}
            </Suspense>
          </Stack>
        </main>
      </div>
      <Suspense>
        {dialog !== null && <NewNumberDialog key={dialog.id} first={dialog.first} close={close} />}
        {lesson !== null && <TeachDialog given={lesson} close={endLesson} />}
      </Suspense>
      <ShortcutsDialog opened={help} close={showHelp.close} helpKey={helpKey} setHelpKey={setHelpKey} />
    </>
  );
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
