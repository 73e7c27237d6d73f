import { Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { addressOf, findables, search, type Findable } from './settingsIndex.ts';

const text = strings.settings;

interface SettingsSearchProps {
  /** The address may be the present one, so that nothing else tells of it. */
  arrive: () => void;
  /** The list of pages, while nothing is searched. */
  children: ReactNode;
}

/** Finds a setting by its name, its description or another word for it. */
export function SettingsSearch({ arrive, children }: SettingsSearchProps) {
  const state = useAppState();
  const [typed, setTyped] = useState('');
  const found = search(typed, findables(state));
  const isSearching = typed.trim() !== '';
  const lead = (to: Findable) => {
    setTyped('');
    window.location.hash = addressOf(to);
    arrive();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped('');
    if (event.key === 'Enter' && found[0] !== undefined) lead(found[0]);
  };
  return (
    <search className="settings-side">
      <TextInput
        type="search"
        aria-label={text.search.label}
        placeholder={text.search.label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Text component="output" display="block" size="sm" c="dimmed" mt={isSearching ? 'xs' : 0}>
        {isSearching && text.search.results({ count: found.length })}
      </Text>
      {isSearching ? <Results found={found} lead={lead} /> : children}
    </search>
  );
}

function Results({ found, lead }: { found: Findable[]; lead: (to: Findable) => void }) {
  return (
    <ul className="plain-list" aria-label={text.search.label}>
      {found.map((one) => (
        <li key={one.id}>
          <a href={`#${addressOf(one)}`} className="settings-link" onClick={() => lead(one)}>
            {one.label}
            {one.page !== null && (
              <Text size="xs" c="dimmed" span display="block">
                {text.names[one.page]}
              </Text>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
