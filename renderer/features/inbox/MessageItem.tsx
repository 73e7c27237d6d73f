import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import { markCode } from '../../state/messages.ts';
import { CopyButton } from '../../ui/copying.tsx';
import { formatNumber, formatTime } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.inbox;

/** One SMS. Its text comes from strangers: it is only ever shown as text. */
export function MessageItem({ message, lease }: { message: Message; lease: Lease | undefined }) {
  const { code, body } = message;
  return (
    <Card component="article" withBorder padding="sm" aria-label={text.from(formatNumber(message.from))}>
      <Stack gap="xs">
        <Heading message={message} label={lease?.label ?? null} />
        <Body body={body} code={code} />
        <Group gap="xs">
          {code === null ? (
            <Text size="sm" c="dimmed">
              {text.noCode}
            </Text>
          ) : (
            <CopyButton variant="filled" text={code} label={text.copyCode} />
          )}
          <CopyButton text={body} label={text.copyText} />
        </Group>
      </Stack>
    </Card>
  );
}

function Heading({ message, label }: { message: Message; label: string | null }) {
  const { from, to, service, source, receivedAt } = message;
  return (
    <Group gap="xs" justify="space-between">
      <Group gap="xs">
        <Text fw={600} className="break">
          {text.from(formatNumber(from))}
        </Text>
        {service !== null && (
          <Badge variant="default" tt="none">
            {service}
          </Badge>
        )}
        <Text size="sm" c="dimmed" className="break">
          {text.to(label === null ? formatNumber(to) : `${label} · ${formatNumber(to)}`)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {source === 'backfill' && `${text.backfill} · `}
        <time dateTime={receivedAt}>{formatTime(receivedAt)}</time>
      </Text>
    </Group>
  );
}

function Body({ body, code }: { body: string; code: string | null }) {
  return (
    <Text className="message-body">
      {markCode(body, code).map((part, index) =>
        part.isCode ? (
          <mark key={index} className="message-code">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </Text>
  );
}
