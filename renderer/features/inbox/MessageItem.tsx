import { bareAddress } from '../../../electron/contract/addresses.ts';
import { plainText } from '../../../electron/contract/plainText.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { likelyCodes } from '../../state/codes.ts';
import { markCodes } from '../../state/highlights.ts';
import type { TextActions } from '../../state/texts.ts';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton, useCopy } from '../../ui/copying.tsx';
import { formatInternational, formatNumber, formatTime } from '../../ui/format.ts';
import { HostText } from '../../ui/HostText.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { MediaNames } from '../../ui/MediaNames.tsx';
import { MessagesLink } from '../../ui/MessagesLink.tsx';
import { SignInLinks } from '../../ui/SignInLinks.tsx';
import { strings } from '../../ui/strings.ts';
import { useContextMenu } from '../../ui/useContextMenu.ts';
import { MessageActions, type Removal } from './MessageActions.tsx';

const text = strings.inbox;

interface MessageItemProps extends Removal {
  message: Message;
  /** Of the lease that it came for. */
  label: string | null;
  texts: TextActions;
  /** Whether the reasons are shown. */
  opened: boolean;
  toggle: (sid: string) => void;
}

/** One SMS. Its text comes from strangers, so it is only ever shown as text. */
export function MessageItem({ message, label, ...actions }: MessageItemProps) {
  const { body, from } = message;
  const copy = useCopy();
  const [best] = likelyCodes(message);
  const onContextMenu = useContextMenu({
    copyCode: best === undefined ? undefined : () => void copy(best),
    copyText: body === '' ? undefined : () => void copy(body),
    remove: () => actions.remove(message),
  });
  return (
    // The menu offers only what the buttons do, and the menu key opens it, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className="inbox-message"
      tabIndex={-1}
      aria-label={text.from({ sender: formatNumber(from) })}
      onContextMenu={onContextMenu}
      {...(actions.opened && { 'data-opened': true })}
    >
      <Heading message={message} label={label} />
      <div className="inbox-text">
        {body.trim() !== '' && <MarkedText parts={markCodes(body, message)} />}
        <MediaNames media={message.media} />
        <SignInLinks message={message} />
      </div>
      <Codes message={message} />
      <MessageActions message={message} {...actions} />
    </article>
  );
}

/** The best code large, with its button; the other likely ones small. Without any, why. */
function Codes({ message }: { message: Message }) {
  const [best, ...others] = likelyCodes(message);
  return (
    <div className="inbox-codes">
      {message.code === null && (
        <p className="inbox-reason break">
          <HostText>{message.reason}</HostText>
        </p>
      )}
      {best !== undefined && (
        <div className="inbox-code">
          <CodeText className="inbox-hero" code={best} />
          <CopyButton variant="filled" text={best} label={strings.codes.copyCode} />
        </div>
      )}
      <CodeButtons codes={others} label={text.otherCodes} />
    </div>
  );
}

function Heading({ message, label }: { message: Message; label: string | null }) {
  const { from, to, service, sentBy, source, receivedAt, leaseId } = message;
  const isCaptured = source === 'capture';
  // An app sends to numbers of every country.
  const format = isCaptured ? formatInternational : formatNumber;
  const recipient = label === null ? format(to) : `${label} · ${format(to)}`;
  return (
    <div className="inbox-head">
      <b className="break">{format(from)}</b>
      {service !== null && service.toLowerCase() !== bareAddress(from).toLowerCase() && (
        <span className="inbox-service">{service}</span>
      )}
      <span className={isCaptured ? 'inbox-recipient break' : 'break'}>
        {isCaptured && '→ '}
        <MessagesLink number={to}>{isCaptured ? recipient : text.to({ name: recipient })}</MessagesLink>
      </span>
      {leaseId === null && !isCaptured && <span>· {text.noLease}</span>}
      {sentBy !== null && (
        <span className="break" title={sentBy.sid}>
          · {text.via({ name: plainText(sentBy.name ?? shortSid(sentBy.sid)) })}
        </span>
      )}
      <span className="inbox-time">
        {carrier(message).map((part) => `${part} · `)}
        {source === 'backfill' && `${text.backfill} · `}
        {/* The day is in the heading above. */}
        <time dateTime={receivedAt}>{formatTime(receivedAt, Date.parse(receivedAt))}</time>
      </span>
    </div>
  );
}

/** Names, the same in every language. */
const channelNames = { mms: 'MMS', whatsapp: 'WhatsApp', rcs: 'RCS' };

/** What there is to say of how it came, unless it was a plain SMS. Files that are named need not be counted. */
function carrier({ channel, numMedia, media }: Message): string[] {
  return [
    ...(channel === 'sms' ? [] : [channelNames[channel]]),
    ...(numMedia <= media.length ? [] : [text.attachments({ count: numMedia })]),
  ];
}

/** Enough to tell one from another. */
function shortSid(sid: string): string {
  return `${sid.slice(0, 6)}…${sid.slice(-4)}`;
}
