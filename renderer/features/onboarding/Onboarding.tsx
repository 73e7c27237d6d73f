import { Button, Container, Divider, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { languages, type Language } from '../../../electron/contract/words/languages.ts';
import { currentLanguage } from '../../language.ts';
import { useAppState } from '../../state/context.ts';
import { usePlace } from '../../state/usePlace.ts';
import { later } from '../../ui/later.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Notices } from '../../ui/Notices.tsx';
import { Pending } from '../../ui/Pending.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { ConnectStep } from './ConnectStep.tsx';
import './onboarding.css';
import type { ShownStep } from './setup.ts';
import { StepFrame } from './StepFrame.tsx';

const text = strings.onboarding;

// Most people see these once.
const LeaveTeam = later(async () => (await import('../team/LeaveTeam.tsx')).LeaveTeam);
const TeamForm = later(async () => (await import('../team/TeamForm.tsx')).TeamForm);
const ReceptionStep = later(async () => (await import('./ReceptionStep.tsx')).ReceptionStep);
const LeaseEndStep = later(async () => (await import('./LeaseEndStep.tsx')).LeaseEndStep);

interface OnboardingProps {
  step: ShownStep;
  /** Called when the person finishes the setup, or starts the demo, in this window. */
  onFinish: (finished: boolean) => void;
}

/** Shown until an account works or the demo runs, and once to a new person. */
export function Onboarding({ step, onFinish }: OnboardingProps) {
  const state = useAppState();
  // Another account starts the setup again, whatever was finished before.
  useEffect(() => onFinish(false), [onFinish]);
  return (
    <Container component="main" size={600} py="xl">
      <Stack>
        <div className="brand brand-first">
          <Mark size={32} />
          {strings.common.appName}
        </div>
        <Notices />
        {state.desktop?.team && <WhoseSetup url={state.desktop.team.url} />}
        <StepFrame step={step} counted={state.settings.setup !== 'done'}>
          <Suspense fallback={<Pending />}>
            {step === 'connect' && <ConnectStep state={state} />}
            {step === 'reception' && <ReceptionStep />}
            {step === 'leaseEnd' && <LeaseEndStep onFinish={onFinish} />}
          </Suspense>
        </StepFrame>
        {step === 'connect' && state.account.kind !== 'connected' && <WithoutAccount onFinish={onFinish} />}
        {step === 'connect' && state.desktop?.team === null && <TeamOffer />}
        {step === 'connect' && <LanguageChoice />}
      </Stack>
    </Container>
  );
}

/** Offered before there are any settings; each language goes by its own name. Choosing one reloads the page in it. */
function LanguageChoice() {
  const { run } = useAction('settings.update');
  return (
    <Group component="nav" justify="center" gap="xs" aria-label={strings.settings.appearance.language}>
      {(Object.keys(languages) as Language[]).map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          className="setup-language"
          aria-current={language === currentLanguage() || undefined}
          onClick={() => void run({ language })}
        >
          {languages[language].name}
        </UnstyledButton>
      ))}
    </Group>
  );
}

/** What is entered here is for everybody who uses that host. */
function WhoseSetup({ url }: { url: string }) {
  return (
    <Group justify="space-between">
      <Text className="break">{strings.team.shows({ url })}</Text>
      <Suspense>
        <LeaveTeam />
      </Suspense>
    </Group>
  );
}

/** Whose team has a host needs no account of their own. */
function TeamOffer() {
  const [open, { open: show }] = useDisclosure(false);
  if (!open)
    return (
      <Button variant="subtle" onClick={show}>
        {strings.team.offer}
      </Button>
    );
  return (
    <Paper withBorder p="xl" radius="lg">
      <Suspense fallback={<Pending />}>
        <TeamForm />
      </Suspense>
    </Paper>
  );
}

/** The demo, with the dialog for the first number, and capturing what an app sends. */
function WithoutAccount({ onFinish }: Pick<OnboardingProps, 'onFinish'>) {
  const { run, busy } = useAction('demo.start');
  const capture = useAction('capture.start');
  const [, go] = usePlace();
  const start = async () => {
    // Called first, because the state of the demo arrives before the answer.
    onFinish(true);
    go('numbers');
    if (!(await run())) onFinish(false);
  };
  const startCapture = async () => {
    go('inbox');
    await capture.run();
  };
  return (
    <Stack align="center" gap="xs">
      <Divider w="100%" label={text.or} color="dimmed" />
      <Group justify="center" gap="xs">
        <Button variant="default" loading={busy} onClick={() => void start()}>
          {text.demo}
        </Button>
        <Button variant="default" loading={capture.busy} onClick={() => void startCapture()}>
          {strings.capture.start}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {text.demoHint}
      </Text>
    </Stack>
  );
}
