import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShownStep } from './setup.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.onboarding;

interface StepButtonsProps {
  /** The previous step. */
  back: ShownStep;
  /** The buttons that lead on. */
  children: ReactNode;
}

export function StepButtons({ back, children }: StepButtonsProps) {
  const { run, busy } = useAction('settings.update');
  return (
    <Group justify="space-between" gap="xs">
      <Button variant="default" loading={busy} onClick={() => void run({ setup: back })}>
        {text.back}
      </Button>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
