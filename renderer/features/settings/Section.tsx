import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';

interface SectionProps {
  title: string;
  /** Whether one of its fields has just been saved. */
  saved?: boolean;
  children: ReactNode;
}

export function Section({ title, saved = false, children }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {saved && (
            <Text size="sm">
              <CheckIcon /> {strings.common.saved}
            </Text>
          )}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}

/** A name and its value, one line of a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} className="break">
        {children}
      </Text>
    </div>
  );
}
