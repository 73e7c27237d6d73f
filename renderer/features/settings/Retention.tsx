import { Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { SettingNumber } from './SettingNumber.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.data;

/** After how many days messages are wiped; only shown as text when the environment sets it. */
export function Retention() {
  const setting = useSetting('retentionDays');
  const fixed = useSelected((state) => state.fixed.retentionDays);
  if (fixed !== null) return <Text size="sm">{text.retentionFixed({ count: fixed })}</Text>;
  return <SettingNumber label={text.retention} description={text.retentionHint} setting={setting} />;
}
