import { Switch } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { Part } from './Section.tsx';

const text = strings.reception.pause;

/** Not a setting: it ends with the app, so that nobody misses codes for a pause of last week. */
export function PausePart() {
  const { pausedSince } = useAppState();
  const { run } = useAction('reception.pause');
  return (
    <Part>
      <Switch
        label={text.switch}
        description={text.switchHint}
        checked={pausedSince !== null}
        onChange={(event) => void run({ paused: event.currentTarget.checked })}
      />
    </Part>
  );
}
