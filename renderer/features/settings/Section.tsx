import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Spot } from '../../../electron/contract/commands.ts';
import { strings } from '../../ui/strings.ts';

interface SectionProps {
  /** The page's name in the address: `#settings/money`. */
  spot: Spot;
  children: ReactNode;
}

/** A page of the settings. An address can lead to it, see useArrival. */
export function Section({ spot, children }: SectionProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      className="settings-section spot"
      aria-labelledby={id}
      data-section={spot}
      tabIndex={-1}
    >
      <Title order={2} size="h4" id={id}>
        {strings.settings.names[spot]}
      </Title>
      {children}
    </Paper>
  );
}

interface PartProps {
  /** Needed when the part is not the whole page. */
  title?: string;
  children: ReactNode;
}

/** Groups related settings within a page. */
export function Part({ title, children }: PartProps) {
  const id = useId();
  if (title === undefined) return <Stack gap="md">{children}</Stack>;
  return (
    <Stack component="section" gap="md" className="settings-part" aria-labelledby={id}>
      <Title order={3} size="h5" id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
