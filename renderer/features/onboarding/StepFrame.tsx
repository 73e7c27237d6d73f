import { Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { strings } from '../../ui/strings.ts';
import { shownSteps, type ShownStep } from './setup.ts';

const text = strings.onboarding;

interface StepFrameProps {
  step: ShownStep;
  /** False for people who know the app and only have no account. */
  counted: boolean;
  children: ReactNode;
}

/** The frame that all steps of the first run share. The focus moves to the heading of each step after the first. */
export function StepFrame({ step, counted, children }: StepFrameProps) {
  const heading = useFocusOnChange(step);
  return (
    <Paper withBorder p={{ base: 'md', xs: 'xl' }} radius="lg">
      <Stack gap="lg">
        <div>
          {counted && <Progress step={step} />}
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className="setup-title">
            {text.titles[step]}
          </Title>
          <Text mt={4} c="dimmed">
            {text.intros[step]}
          </Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
}

function Progress({ step }: { step: ShownStep }) {
  const reached = shownSteps.indexOf(step);
  return (
    <div className="setup-progress">
      <Text size="sm" fw={500} c="dimmed">
        {text.progress({ step: reached + 1, steps: shownSteps.length })}
      </Text>
      <div className="setup-bars" aria-hidden="true">
        {shownSteps.map((each, index) => (
          <span key={each} className="setup-bar" data-reached={index <= reached || undefined} />
        ))}
      </div>
    </div>
  );
}

function useFocusOnChange(step: ShownStep): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  return heading;
}
