import { ActionIcon, Anchor, AppShell, Container, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { InboxPage } from './features/inbox/InboxPage.tsx';
import { NumbersPage } from './features/numbers/NumbersPage.tsx';
import type { FirstChoice } from './features/numbers/order.ts';
import { useNewCodeAnnouncements, useReveal, useShortcuts } from './shellHooks.ts';
import { places, usePlace, type Place } from './state/usePlace.ts';
import { useTexts } from './state/useTexts.ts';
import { DemoBanner } from './ui/DemoBanner.tsx';
import { KeyboardIcon } from './ui/icons.tsx';
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
  /** What the dialog begins with; undefined while it is closed. */
  const [dialog, setDialog] = useState(first);
  const newNumber = (first: FirstChoice = {}) => setDialog(first);
  const [helpKey, setHelpKey] = useHelpKey();
  const revealed = useReveal(() => go('numbers'));
  const { texts, toTry, tried, lesson, endLesson } = useTexts(() => go('settings'));
  useNewCodeAnnouncements();
  useShortcuts({ newNumber, showHelp: helpKey ? showHelp.open : null });
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <Header place={place} showHelp={showHelp.open} />
      <AppShell.Main id="content" tabIndex={-1}>
        <Container size="lg" px={0}>
          <Stack>
            <DemoBanner />
            <Notices />
            {place === 'numbers' && <NumbersPage newNumber={newNumber} revealed={revealed} />}
            {place === 'inbox' && <InboxPage texts={texts} />}
            <Suspense>
              {place === 'settings' && <SettingsPage toTry={toTry} tried={tried} teach={texts.teach} />}
            </Suspense>
          </Stack>
        </Container>
      </AppShell.Main>
      <Suspense>
        {dialog !== undefined && <NewNumberDialog first={dialog} close={() => setDialog(undefined)} />}
        {lesson !== null && <TeachDialog given={lesson} close={endLesson} />}
      </Suspense>
      <ShortcutsDialog opened={help} close={showHelp.close} helpKey={helpKey} setHelpKey={setHelpKey} />
    </AppShell>
  );
}

function Header({ place, showHelp }: { place: Place; showHelp: () => void }) {
  return (
    <AppShell.Header>
      <SkipLink />
      <Container size="lg" h="100%" px="md">
        <Group h="100%" gap="sm" wrap="nowrap">
          <Text fw={700} className="brand">
            {strings.common.appName}
          </Text>
          <Group component="nav" aria-label={strings.nav.label} gap={4} wrap="nowrap" flex={1}>
            {places.map((name) => (
              <a key={name} href={`#${name}`} className="nav-link" {...(name === place && { 'aria-current': 'page' })}>
                {strings.nav[name]}
              </a>
            ))}
          </Group>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={strings.nav.shortcuts} onClick={showHelp}>
            <KeyboardIcon />
          </ActionIcon>
        </Group>
      </Container>
    </AppShell.Header>
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
