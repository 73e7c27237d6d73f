import { Badge, Card, Text, Tooltip } from '@mantine/core';
import { bareAddress } from '../../../electron/contract/addresses.ts';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import { likelyCodes } from '../../state/codes.ts';
import { markCodes } from '../../state/highlights.ts';
import type { TextActions } from '../../state/texts.ts';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton, useCopy } from '../../ui/copying.tsx';
import { formatNumber, formatTime } from '../../ui/format.ts';
import { HostText } from '../../ui/HostText.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { SignInLinks } from '../../ui/SignInLinks.tsx';
import { strings } from '../../ui/strings.ts';
import { useContextMenu } from '../../ui/useContextMenu.ts';
import { MessageActions, type Removal } from './MessageActions.tsx';

const text = strings.inbox;

interface MessageItemProps extends Removal {
  message: Message;
  lease: Lease | undefined;
  texts: TextActions;
  /** Whether the reasons are shown. */
  opened: boolean;
  toggle: (sid: string) => void;
}

/** One SMS. Its text comes from strangers, so it is only ever shown as text. */
export function MessageItem({ message, lease, ...actions }: MessageItemProps) {
  const { code, body, reason, from } = message;
  const copy = useCopy();
  const [best] = likelyCodes(message);
  const onContextMenu = useContextMenu({
    copyCode: best === undefined ? undefined : () => void copy(best),
    copyText: body === '' ? undefined : () => void copy(body),
    remove: () => actions.remove(message),
  });
  return (
    <Card
      component="article"
      withBorder
      padding="sm"
      className="inbox-message"
      tabIndex={-1}
      aria-label={text.from({ sender: formatNumber(from) })}
      onContextMenu={onContextMenu}
    >
      <Heading message={message} label={lease?.label ?? null} />
      <div className="inbox-text">
        <MarkedText parts={markCodes(body, message)} />
        {code === null && (
          <Text size="sm" c="dimmed" className="break" mt={4}>
            <HostText>{reason}</HostText>
          </Text>
        )}
        <SignInLinks message={message} />
      </div>
      <Codes message={message} />
      <MessageActions message={message} {...actions} />
    </Card>
  );
}

/** The best code large, with its button; the other likely ones small. */
function Codes({ message }: { message: Message }) {
  const [best, ...others] = likelyCodes(message);
  if (best === undefined) return null;
  return (
    <div className="inbox-codes">
      <div className="inbox-code">
        <CodeText className="inbox-hero" code={best} />
        <CopyButton variant="filled" text={best} label={strings.codes.copyCode} />
      </div>
      <CodeButtons codes={others} label={text.otherCodes} />
    </div>
  );
}

function Heading({ message, label }: { message: Message; label: string | null }) {
  const { from, to, service, source, receivedAt, leaseId } = message;
  return (
    <div className="inbox-head">
      <Text fw={600} className="break">
        {formatNumber(from)}
      </Text>
      {service !== null && service.toLowerCase() !== bareAddress(from).toLowerCase() && (
        <Badge variant="default" tt="none">
          {service}
        </Badge>
      )}
      <Text size="sm" c="dimmed" className="break">
        {text.to({ name: label === null ? formatNumber(to) : `${label} · ${formatNumber(to)}` })}
      </Text>
      {leaseId === null && <NoLease />}
      <Text size="sm" c="dimmed" className="inbox-time">
        {carrier(message).map((part) => `${part} · `)}
        {source === 'backfill' && `${text.backfill} · `}
        {/* The day is in the heading above. */}
        <time dateTime={receivedAt}>{formatTime(receivedAt, Date.parse(receivedAt))}</time>
      </Text>
    </div>
  );
}

/** Names, the same in every language. */
const channelNames = { mms: 'MMS', whatsapp: 'WhatsApp', rcs: 'RCS' };

/** What there is to say of how it came, unless it was a plain SMS. */
function carrier({ channel, numMedia }: Message): string[] {
  return [
    ...(channel === 'sms' ? [] : [channelNames[channel]]),
    ...(numMedia === 0 ? [] : [text.attachments({ count: numMedia })]),
  ];
}

function NoLease() {
  return (
    <Tooltip
      label={text.noLeaseHint}
      multiline
      maw={280}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
      // All content has to be within the page's main part.
      portalProps={{ target: '#content' }}
    >
      <Badge component="button" type="button" variant="outline" color="gray" tt="none" className="inbox-no-lease">
        {text.noLease}
      </Badge>
    </Tooltip>
  );
}
