import { Kbd, VisuallyHidden } from '@mantine/core';
import { createSpotlightStore, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useState } from 'react';
import { usePlace } from '../../state/usePlace.ts';
import { useFocusBack } from '../../ui/Dialog.tsx';
import { SearchIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { matching, numberIn, type PaletteAction } from './actions.ts';
import './palette.css';
import { useGeneralActions, type PaletteTargets } from './useGeneralActions.ts';
import { useLeaseActions } from './useLeaseActions.ts';

const text = strings.palette;

/** Of the list's ScrollArea: who scrolls by keys has to reach it. */
const scrolling = { viewportProps: { tabIndex: 0, role: 'group', 'aria-label': text.title } };

interface PaletteProps extends PaletteTargets {
  reveal: (leaseId: string) => void;
  close: () => void;
}

/** Every action and every number, found by typing. Render it only while it is open. */
export function Palette({ reveal, close, ...targets }: PaletteProps) {
  useFocusBack();
  const [store] = useState(openStore);
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const { usual, rest } = useGeneralActions(targets);
  const found = [...matching([...usual, ...useLeaseActions(reveal), ...rest], query), ...useTypedNumber(query)];
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={(typed) => (setQuery(typed), setSelected(0))}
      onSpotlightClose={close}
      scrollable
      yOffset="10dvh"
      overlayProps={{ backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 0 }}
      title={text.title}
    >
      <Spotlight.Search
        size="md"
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<SearchIcon />}
        maxLength={100}
        // The store does not tell when another one is selected.
        onKeyUp={() => setSelected(store.getState().selected)}
      />
      <Spotlight.ActionsList {...scrolling}>
        {found.map(({ id, label, description, keys, run }, index) => (
          <Spotlight.Action
            key={id}
            label={label}
            {...(index === selected && { 'data-selected': true })}
            {...(description !== undefined && { description })}
            {...(keys && { rightSection: <Kbd size="xs">{keys}</Kbd> })}
            onClick={run}
          />
        ))}
        {found.length === 0 && <Spotlight.Empty>{text.none}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      {/* Which one Enter would take is only drawn. */}
      <VisuallyHidden component="output">{found[selected]?.label ?? ''}</VisuallyHidden>
    </Spotlight.Root>
  );
}

/** For any number that is typed whole, in use or not. */
function useTypedNumber(query: string): PaletteAction[] {
  const [, go] = usePlace();
  const number = numberIn(query);
  if (number === null) return [];
  return [{ id: 'typed', label: text.messagesTo({ number }), keywords: '', run: () => go('inbox', number) }];
}

/** Enter takes the first action, also before anything is typed. */
function openStore() {
  const store = createSpotlightStore();
  store.setState({ ...store.getState(), opened: true, selected: 0 });
  return store;
}
