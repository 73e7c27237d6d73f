import { Button, EmptyState, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useAppState } from '../../state/context.ts';
import { filterMessages, mergeMessages } from '../../state/messages.ts';
import type { TextActions } from '../../state/texts.ts';
import { InboxIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { MessageItem } from './MessageItem.tsx';
import { useOlderMessages } from './useOlderMessages.ts';

const text = strings.inbox;

export function InboxPage({ texts }: { texts: TextActions }) {
  const { messages, leases } = useAppState();
  const older = useOlderMessages(messages);
  const [filter, setFilter] = useState('');
  const all = mergeMessages(messages, older.messages);
  const shown = filterMessages(all, leases, filter);
  return (
    <Stack>
      <Title order={1} size="h2">
        {text.title}
      </Title>
      {all.length === 0 ? (
        <EmptyState py="xl" icon={<InboxIcon />} title={text.emptyTitle} description={text.emptyText} />
      ) : (
        <>
          <TextInput
            type="search"
            label={text.filter}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          {shown.length === 0 && <Text>{text.noMatch}</Text>}
          {shown.map((message) => (
            <MessageItem
              key={message.sid}
              message={message}
              lease={leases.find(({ id }) => id === message.leaseId)}
              texts={texts}
            />
          ))}
          <Older {...older} />
        </>
      )}
    </Stack>
  );
}

function Older({ ended, busy, load }: ReturnType<typeof useOlderMessages>) {
  if (ended) {
    return (
      <Text size="sm" c="dimmed" ta="center">
        {text.noOlder}
      </Text>
    );
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void load()}>
      {text.older}
    </Button>
  );
}
