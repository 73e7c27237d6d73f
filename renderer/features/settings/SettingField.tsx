import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import './settingField.css';
import { placeFor } from './useArrival.ts';
import type { Setting } from './useSetting.ts';

interface SettingFieldProps {
  setting: Pick<Setting<unknown>, 'name' | 'saved'>;
  /** As wide as its page, for choices with long lines. */
  wide?: boolean;
  children: ReactNode;
}

/** A control with "Saved" beside its label; the live region tells people who cannot see it. */
export function SettingField({ setting: { name, saved }, wide = false, children }: SettingFieldProps) {
  return (
    <div className={wide ? 'setting' : 'setting setting-narrow'} {...placeFor(name)}>
      {children}
      {saved && (
        <Text size="sm" className="setting-saved" aria-hidden="true">
          <CheckIcon /> {strings.common.saved}
        </Text>
      )}
    </div>
  );
}
