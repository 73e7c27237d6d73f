import type { Settings } from '../../contract/settings.ts';
import type { Shown } from '../team/shown.ts';

/** Calls `apply` whenever the setting differs from what was applied last; `applied` is what holds at the start. */
export function followSetting<Name extends keyof Settings>(
  app: Shown,
  name: Name,
  applied: Settings[Name],
  apply: (value: Settings[Name], before: Settings[Name]) => void,
): void {
  const follow = ({ settings }: { settings: Settings }) => {
    const before = applied;
    applied = settings[name];
    if (applied !== before) apply(applied, before);
  };
  follow(app.state());
  app.on('state', follow);
}
