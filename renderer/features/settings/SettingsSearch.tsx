import { Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAppState } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { strings } from '../../ui/strings.ts';
import { addressOf, findables, search, type Findable } from './settingsIndex.ts';

const text = strings.settings;

interface SettingsSearchProps {
  /** Leads to the present address again. */
  arrive: () => void;
  /** The list of pages, while nothing is searched. */
  children: ReactNode;
}

/** Finds a setting by its name, its description or another word for it. */
export function SettingsSearch({ arrive, children }: SettingsSearchProps) {
  const state = useAppState();
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const list = findables(state);
  const found = search(typed, list);
  const isSearching = typed.trim() !== '';
  const type = (next: string) => {
    setTyped(next);
    if (next.trim() !== '') announce(text.search.results({ count: search(next, list).length }));
  };
  const lead = (to: Findable) => {
    setTyped('');
    if (window.location.hash === `#${addressOf(to)}`) arrive();
    else window.location.hash = addressOf(to);
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
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isSearching && (
        <Text size="sm" c="dimmed" mt="xs">
          {text.search.results({ count: found.length })}
        </Text>
      )}
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
