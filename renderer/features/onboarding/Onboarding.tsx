import { Container, Stack } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useAppState } from '../../state/context.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Notices } from '../../ui/Notices.tsx';
import { Pending } from '../../ui/Pending.tsx';
import { strings } from '../../ui/strings.ts';
import { ConnectStep } from './ConnectStep.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import type { ShownStep } from './setup.ts';
import { StepFrame } from './StepFrame.tsx';
import { TryDemo } from './TryDemo.tsx';
import './onboarding.css';

// Most people see these once.
const ReceptionStep = lazy(async () => ({ default: (await import('./ReceptionStep.tsx')).ReceptionStep }));
const LeaseEndStep = lazy(async () => ({ default: (await import('./LeaseEndStep.tsx')).LeaseEndStep }));

interface OnboardingProps {
  step: ShownStep;
  /** Called when the person finishes it here, in this window. */
  onFinish: (finished: boolean) => void;
}

/** What is shown until an account works or the demo runs, and once to somebody new. */
export function Onboarding({ step, onFinish }: OnboardingProps) {
  const state = useAppState();
  // Whatever was finished before, another account begins anew.
  useEffect(() => onFinish(false), [onFinish]);
  return (
    <Container component="main" size={600} py="xl">
      <Stack>
        <div className="brand brand-first">
          <Mark size={32} />
          {strings.common.appName}
        </div>
        <Notices />
        <StepFrame step={step} counted={state.settings.setup !== 'done'}>
          <Suspense fallback={<Pending />}>
            {step === 'connect' && <ConnectStep state={state} />}
            {step === 'reception' && <ReceptionStep />}
            {step === 'leaseEnd' && <LeaseEndStep onFinish={onFinish} />}
          </Suspense>
        </StepFrame>
        {step === 'connect' && state.account.kind !== 'connected' && <TryDemo />}
        {step === 'connect' && <LanguageChoice />}
      </Stack>
    </Container>
  );
}
