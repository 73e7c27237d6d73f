import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Facts, each with its name. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <Stack component="dl" gap="xs" m={0} className="facts">
      {children}
    </Stack>
  );
}

/** A name and its value. */
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
