import { Center, Loader, MantineProvider, Stack, Text, Title } from '@mantine/core';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Lease } from '../electron/contract/state.ts';
import { ListChoiceProvider } from './features/numbers/listChoice.tsx';
import { setupStep } from './features/onboarding/setup.ts';
import { Shell } from './Shell.tsx';
import {
  ServicesContext,
  useAppState,
  useClient,
  useConnection,
  useSelected,
  useStoreView,
  type Services,
} from './state/context.ts';
import { Announcer } from './ui/announcer.tsx';
import { ConnectionBar, Loading, StateFailed } from './ui/connection.tsx';
import { later, useIdle } from './ui/later.ts';
import { Pending } from './ui/Pending.tsx';
import { strings } from './ui/strings.ts';
import { cssVariables, theme } from './ui/theme.ts';

const text = strings.desktop;

const Onboarding = later(async () => (await import('./features/onboarding/Onboarding.tsx')).Onboarding);
const SignInPage = later(async () => (await import('./ui/SignInPage.tsx')).SignInPage);
const TeamScreen = later(async () => (await import('./features/team/TeamScreen.tsx')).TeamScreen);
const ToastArea = later(async () => (await import('./ui/ToastArea.tsx')).ToastArea);

export function App({ services }: { services: Services }) {
  return (
    <ServicesContext value={services}>
      <Themed>
        <Announcer>
          <Screen />
        </Announcer>
        <LaterToasts />
      </Themed>
    </ServicesContext>
  );
}

/** Toasts wait until the page is idle; what was said before is shown then. */
function LaterToasts() {
  const isIdle = useIdle();
  return <Suspense>{isIdle && <ToastArea />}</Suspense>;
}

/** Light or dark as set; follows the system until the settings are known. */
function Themed({ children }: { children: ReactNode }) {
  const chosen = useStoreView(({ state }) => state?.settings.theme ?? 'system');
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(chosen !== 'system' && { forceColorScheme: chosen })}
    >
      {children}
    </MantineProvider>
  );
}

function Screen() {
  const connection = useConnection();
  const isKnown = useStoreView(({ state }) => state !== null);
  const failure = useStoreView((view) => view.failure);
  if (connection === 'refused')
    return (
      <Suspense fallback={<Pending />}>
        <SignInPage />
      </Suspense>
    );
  return (
    <>
      {connection === 'lost' && <ConnectionBar />}
      {isKnown ? (
        <ListChoiceProvider>
          <Gate />
        </ListChoiceProvider>
      ) : failure === null || connection !== 'open' ? (
        <Loading />
      ) : (
        <StateFailed failure={failure} />
      )}
    </>
  );
}

function Gate() {
  useReady();
  const step = useSelected(setupStep);
  const closing = useSelected(({ desktop }) => desktop?.closing === true);
  const team = useSelected(({ desktop }) => desktop?.team ?? null);
  /** After a first run in this window, also of the demo, the dialog for the first number opens. */
  const [finished, setFinished] = useState(false);
  if (closing) return <Closing />;
  if (team?.kind === 'connecting' || team?.kind === 'refused')
    return (
      <Suspense fallback={<Pending />}>
        <TeamScreen team={team} />
      </Suspense>
    );
  if (step !== null)
    return (
      <Suspense fallback={<Pending />}>
        <Onboarding step={step} onFinish={setFinished} />
      </Suspense>
    );
  // What was begun with one host must not go on with another.
  return <Shell key={team?.url} first={finished ? {} : undefined} />;
}

/** The host counts a start as failed if the interface never appears. */
function useReady(): void {
  const client = useClient();
  useEffect(() => void client.call('window.ready').catch(() => undefined), [client]);
}

const still: readonly Lease['state'][] = ['buying', 'active', 'expired', 'releasing'];

/** What the app still has to do before it ends. */
function Closing() {
  const left = useAppState().leases.filter(({ state }) => still.includes(state)).length;
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack align="center" ta="center">
        <Loader aria-hidden="true" />
        <Title order={1} size="h2">
          {text.closingTitle}
        </Title>
        <Text component="output" display="block">
          {text.closingLeft({ count: left })}
        </Text>
        <Text size="sm">{text.closingHint}</Text>
      </Stack>
    </Center>
  );
}
