import { Button, Group, Text } from '@mantine/core';
import type { MessageFacets } from '../../../electron/contract/messages.ts';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.inbox.conversation;

interface ConversationProps {
  number: string;
  facets: MessageFacets | null;
  showAll: () => void;
}

/** Whose messages are shown, and the way back to all. */
export function Conversation({ number, facets, showAll }: ConversationProps) {
  const label = facets?.numbers.find((one) => one.number === number)?.label ?? null;
  const name = [formatNumber(number), label].filter((part) => part !== null).join(' · ');
  return (
    <Group gap="xs">
      <Text fw={600} className="break">
        {text.title({ name })}
      </Text>
      <Button size="xs" variant="default" onClick={showAll}>
        {text.showAll}
      </Button>
    </Group>
  );
}
