import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useSpot, type Spot } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';

interface SectionProps {
  /** The section's name in the address: `#settings/money`. */
  spot: Spot;
  children: ReactNode;
}

/** One entry of the list of sections. An address can lead to it, see useSpot. */
export function Section({ spot, children }: SectionProps) {
  const id = useId();
  const ref = useSpot(spot);
  return (
    <Paper
      component="section"
      withBorder
      className="settings-section spot"
      aria-labelledby={id}
      data-section={spot}
      ref={ref}
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
  /** Needed when the part is not the whole section. */
  title?: string;
  children: ReactNode;
}

/** Groups related settings within a section. */
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
