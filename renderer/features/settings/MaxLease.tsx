import { Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { SettingNumber } from './SettingNumber.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.defaults;

/** How long a lease may run at the longest; only told where the environment has said it. */
export function MaxLease() {
  const setting = useSetting('maxLeaseSeconds');
  const fixed = useSelected((state) => state.fixed.maxLeaseSeconds);
  if (fixed !== null) return <Text size="sm">{text.maxLeaseFixed({ seconds: fixed })}</Text>;
  return <SettingNumber label={text.maxLease} description={text.maxLeaseHint} setting={setting} />;
}
