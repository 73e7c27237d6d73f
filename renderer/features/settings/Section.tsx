import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode, type RefObject } from 'react';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';

interface SectionProps {
  title: string;
  /** Whether one of its fields has just been saved. */
  saved?: boolean;
  /** For a section that an address leads to, see useSpot. */
  spot?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

export function Section({ title, saved = false, spot, children }: SectionProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      aria-labelledby={id}
      {...(spot !== undefined && { ref: spot, tabIndex: -1, className: 'spot' })}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {saved && <SavedMark />}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}

export function SavedMark() {
  return (
    <Text size="sm">
      <CheckIcon /> {strings.common.saved}
    </Text>
  );
}
