import { Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { formatDuration } from '../../ui/duration.ts';
import { strings } from '../../ui/strings.ts';
import { SettingDuration } from './SettingDuration.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.kept;

/** How long a kept number rests between two uses; only shown as text when the environment sets it. */
export function Quarantine() {
  const setting = useSetting('quarantineSeconds');
  const fixed = useSelected((state) => state.fixed.quarantineSeconds);
  if (fixed !== null) return <Text size="sm">{text.quarantineFixed({ time: formatDuration(fixed) })}</Text>;
  return (
    <SettingDuration
      label={text.quarantine}
      description={text.quarantineHint}
      setting={{
        ...setting,
        value: setting.value || null,
        check: (seconds) => setting.check(seconds ?? 0),
        save: (seconds) => setting.save(seconds ?? 0),
      }}
      range={{ min: 1, max: 3_600 }}
      optional
    />
  );
}
