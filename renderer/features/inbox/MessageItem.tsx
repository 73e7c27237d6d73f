import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import { likelyCodes } from '../../state/codes.ts';
import { markCodes } from '../../state/highlights.ts';
import type { TextActions } from '../../state/texts.ts';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { formatNumber, formatTime } from '../../ui/format.ts';
import { HostText } from '../../ui/HostText.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { strings } from '../../ui/strings.ts';
import { MessageActions } from './MessageActions.tsx';

const text = strings.inbox;

interface MessageItemProps {
  message: Message;
  lease: Lease | undefined;
  texts: TextActions;
}

/** One SMS. Its text comes from strangers: it is only ever shown as text. */
export function MessageItem({ message, lease, texts }: MessageItemProps) {
  const { code, body, reason } = message;
  return (
    <Card component="article" withBorder padding="sm" aria-label={text.from(formatNumber(message.from))}>
      <Stack gap="xs">
        <Heading message={message} label={lease?.label ?? null} />
        <MarkedText parts={markCodes(body, message)} />
        {code === null && (
          <Text size="sm" c="dimmed" className="break">
            {reason === '' ? text.noCode : <HostText>{reason}</HostText>}
          </Text>
        )}
        <MessageActions message={message} texts={texts}>
          <Codes message={message} />
        </MessageActions>
      </Stack>
    </Card>
  );
}

/** A button for each likely code; the only one says what it does, several say which code they copy. */
function Codes({ message }: { message: Message }) {
  const codes = likelyCodes(message);
  const [only, ...others] = codes;
  return only !== undefined && others.length === 0 ? (
    <CopyButton variant="filled" text={only} label={strings.codes.copyCode} />
  ) : (
    <CodeButtons codes={codes} label={strings.codes.found} bestFirst />
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
