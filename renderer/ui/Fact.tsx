import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A name and its value: one line of a `<dl>`. */
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
