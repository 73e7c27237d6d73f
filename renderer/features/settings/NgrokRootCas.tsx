import { Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { SettingSwitch } from './SettingSwitch.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.reception;

/** Whose certificates ngrok's server may show; only told where the environment has said it. */
export function NgrokRootCas() {
  const setting = useSetting('ngrokRootCas');
  const fixed = useSelected((state) => state.fixed.ngrokRootCas);
  if (fixed !== null) return <Text size="sm">{text.rootCasSource({ words: text.rootCasFixed[fixed] })}</Text>;
  const asSwitch = {
    ...setting,
    value: setting.value === 'host',
    save: (isOn: unknown) => setting.save(isOn ? 'host' : 'trusted'),
  };
  return <SettingSwitch label={text.rootCas} description={text.rootCasHint} setting={asSwitch} />;
}
