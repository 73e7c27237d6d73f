import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';

interface SettingFieldProps {
  /** Whether it has just been saved. */
  saved: boolean;
  /** As wide as its section, for choices with long lines. */
  wide?: boolean;
  children: ReactNode;
}

/** A control with "Saved" beside its label; the live region tells people who cannot see it. */
export function SettingField({ saved, wide = false, children }: SettingFieldProps) {
  return (
    <div className={wide ? 'setting' : 'setting setting-narrow'}>
      {children}
      {saved && (
        <Text size="sm" className="setting-saved" aria-hidden="true">
          <CheckIcon /> {strings.common.saved}
        </Text>
      )}
    </div>
  );
}
