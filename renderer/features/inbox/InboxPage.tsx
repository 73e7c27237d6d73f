import { Button, EmptyState, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { memo, useCallback, useRef, useState } from 'react';
import type { MessageFilter } from '../../../electron/contract/messages.ts';
import { messageColumns, messagePages } from '../../../electron/contract/messagesCsv.ts';
import { useClient, useSelected } from '../../state/context.ts';
import type { TextActions } from '../../state/texts.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { usePlace, useSoughtNumber } from '../../state/usePlace.ts';
import { ExportButtons, exportText, type ExportKind } from '../../ui/ExportButtons.tsx';
import { InboxIcon, SearchIcon } from '../../ui/icons.tsx';
import { useSingleKeys } from '../../ui/singleKeys.ts';
import { strings } from '../../ui/strings.ts';
import { ClearAll } from './ClearAll.tsx';
import { Conversation } from './Conversation.tsx';
import { everything, filterOf, type Wanted } from './filters.ts';
import { InboxFilters } from './InboxFilters.tsx';
import { MessageList } from './MessageList.tsx';
import { useMessages } from './useMessages.ts';

const text = strings.inbox;

/** While a person types, the host is asked only after a pause this long. */
const typingMs = 150;

/** With many numbers the list of choices is long, so it is not drawn again with every message that arrives. */
const Filters = memo(InboxFilters);

export function InboxPage({ texts }: { texts: TextActions }) {
  const client = useClient();
  const [wanted, change] = useWanted();
  const [search] = useDebouncedValue(wanted.search, typingMs);
  // Emptying the field takes effect at once.
  const filter = filterOf({ ...wanted, search: wanted.search === '' ? '' : search });
  const { feed, view, subject } = useMessages(filter);
  const newest = useSelected(({ messages }) => messages[0]?.sid ?? '');
  const facets = useLoaded(() => client.call('messages.facets'), 'facets', newest);
  const field = useRef<HTMLInputElement>(null);
  const showAll = () => change(everything);
  const goToSearch = useCallback(() => field.current?.focus(), []);
  useSearchKeys(() => field.current?.select());
  const read = (kind: ExportKind) =>
    exportText(
      kind,
      messageColumns,
      messagePages((query) => client.call('messages.list', query), filter),
    );
  const { number, ...others } = filter;
  const isNarrowed = Object.keys(others).length > 0;
  const version = `${newest}/${view.messages.length}`;
  const isEmpty = view.loaded && view.ended && view.messages.length === 0;
  return (
    <Stack gap="sm">
      <Group justify="space-between" mih={36} gap="xs">
        <Group gap="sm" align="baseline">
          <Title order={1} size="h2">
            {text.title}
          </Title>
          {!isEmpty && <Count filter={filter} version={version} />}
        </Group>
        {!isEmpty && (
          <Group gap="xs">
            <ExportButtons name="otp-dock-messages" words={text} read={read} />
            {/* Not while something else is hidden that would be deleted, too. */}
            {!isNarrowed && <ClearAll number={number ?? null} version={version} />}
          </Group>
        )}
      </Group>
      {number !== undefined && <Conversation {...{ number, showAll }} facets={facets.value} />}
      {(!isEmpty || isNarrowed || number !== undefined) && (
        <Filters wanted={wanted} change={change} facets={facets.value} search={field} />
      )}
      {isEmpty && !isNarrowed && (
        <EmptyState
          py="xl"
          icon={<InboxIcon />}
          title={text.emptyTitle}
          description={number === undefined ? text.emptyText : text.conversation.none}
        />
      )}
      {isEmpty && isNarrowed && <NoMatch clear={() => (showAll(), goToSearch())} />}
      {!isEmpty && <MessageList feed={feed} view={view} subject={subject} texts={texts} onNothingLeft={goToSearch} />}
    </Stack>
  );
}

/** The filters. The number is also in the address: what leads to one shows its messages, and Back leaves them. */
function useWanted() {
  const number = useSoughtNumber();
  const [, go] = usePlace();
  const [wanted, setWanted] = useState<Wanted>({ ...everything, number });
  const [seen, setSeen] = useState(number);
  if (seen !== number) {
    setSeen(number);
    if (wanted.number !== number) setWanted({ ...everything, number });
  }
  const change = useCallback(
    (patch: Partial<Wanted>) => {
      setWanted((before) => ({ ...before, ...patch }));
      if (patch.number !== undefined) go('inbox', patch.number ?? undefined);
    },
    [go],
  );
  return [wanted, change] as const;
}

/** Ctrl+F or ⌘F anywhere: the browser would miss messages that are not drawn. `/` unless it is switched off. */
function useSearchKeys(go: () => void): void {
  const [singleKeys] = useSingleKeys();
  useHotkeys([['mod+F', go]], []);
  useHotkeys(singleKeys ? [['/', go]] : []);
}

function Count({ filter, version }: { filter: MessageFilter; version: string }) {
  const client = useClient();
  const { value } = useLoaded(() => client.call('messages.count', filter), JSON.stringify(filter), version);
  return (
    <Text size="sm" c="dimmed" className="inbox-count tabular" component="output">
      {value !== null && (value.more ? text.moreThan : text.count)({ count: value.count })}
    </Text>
  );
}

function NoMatch({ clear }: { clear: () => void }) {
  return (
    <Stack align="center" py="xl">
      <EmptyState icon={<SearchIcon />} title={text.noMatchTitle} description={text.noMatchText} />
      <Button variant="default" onClick={clear}>
        {text.clearFilters}
      </Button>
    </Stack>
  );
}
