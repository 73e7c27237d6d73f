import { NativeSelect } from '@mantine/core';
import type { Spot } from '../../../electron/contract/commands.ts';
import { usePlace } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.settings;

interface SettingsNavProps {
  pages: readonly Spot[];
  here: Spot;
}

/** Links to each page: a list beside it where there is room, else a select above it. */
export function SettingsNav({ pages, here }: SettingsNavProps) {
  const [, go] = usePlace();
  return (
    <nav className="settings-nav" aria-label={text.sections}>
      <NativeSelect
        className="settings-nav-select"
        aria-label={text.goTo}
        data={pages.map((value) => ({ value, label: text.names[value] }))}
        value={here}
        onChange={({ currentTarget: { value } }) => go('settings', pages.find((page) => page === value) ?? here)}
      />
      <ul className="plain-list settings-nav-list">
        {pages.map((page) => (
          <li key={page}>
            <a href={`#settings/${page}`} className="settings-link" {...(page === here && { 'aria-current': 'page' })}>
              {text.names[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
