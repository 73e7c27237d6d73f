import { Group, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { memo, useId } from 'react';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { lineOf, markCodes } from '../../state/highlights.ts';
import { newestOf, olderCodes, otherCodes, type Newest } from '../../state/leases.ts';
import { signInLinks } from '../../state/links.ts';
import { messageAddress } from '../../state/usePlace.ts';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { DisclosureButton } from '../../ui/DisclosureButton.tsx';
import { formatInternational, formatTime } from '../../ui/format.ts';
import { MarkedParts } from '../../ui/MarkedText.tsx';
import { MediaName } from '../../ui/MediaNames.tsx';
import { SignInLinks } from '../../ui/SignInLinks.tsx';
import { strings } from '../../ui/strings.ts';
import { receptionTrouble } from '../reception/trouble.ts';
import { NewMark } from './NewMark.tsx';

const text = strings.numbers;

interface CodeWellProps {
  lease: Lease;
  messages: readonly Message[];
  isRow: boolean;
}

/**
 * Shows the newest message, with its code large where it has one, or what is awaited. It keeps its height, so nothing
 * jumps when a message arrives.
 */
export function CodeWell({ lease, messages, isRow }: CodeWellProps) {
  const newest = newestOf(lease, messages);
  if (newest === null) return <EmptyWell waits={lease.state === 'active'} />;
  return (
    <>
      <div key={newest.sid} className="well fresh-code">
        {newest.code === null ? <NoCode newest={newest} /> : <Code newest={newest} code={newest.code} isRow={isRow} />}
        {newest.message !== null && <MessageLine message={newest.message} />}
      </div>
      <Others lease={lease} messages={messages} isRow={isRow} />
    </>
  );
}

/** A row hides them, so there they are not drawn again; they stay in place for the focus. */
const Others = memo(
  function OtherCodes({ lease, messages }: CodeWellProps) {
    const newest = newestOf(lease, messages);
    if (newest === null) return null;
    return (
      <div className="in-card well-others">
        <CodeButtons codes={otherCodes(newest)} label={text.otherCodes} />
        <OlderCodes codes={olderCodes(lease, messages, newest)} />
      </div>
    );
  },
  (before, after) => before.isRow && after.isRow,
);

function EmptyWell({ waits }: { waits: boolean }) {
  const isPaused = useSelected(({ pausedSince }) => pausedSince !== null);
  const trouble = useSelected(receptionTrouble);
  const obstacle = isPaused ? strings.reception.pause.waiting : trouble;
  return (
    <div className="well well-empty">
      {waits && obstacle === null && <Dots />}
      <span>{waits ? (obstacle ?? text.waiting) : text.noSms}</span>
    </div>
  );
}

function Dots() {
  return (
    <span className="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

function Code({ newest, code, isRow }: { newest: Newest; code: string; isRow: boolean }) {
  return (
    <div className="well-main">
      <div className="well-code">
        <VisuallyHidden>{text.code}</VisuallyHidden>
        <CodeText code={code} />
        <From newest={newest} />
      </div>
      <CopyButton
        size={isRow ? 'xs' : 'sm'}
        variant={isRow ? 'light' : 'filled'}
        flex="none"
        text={code}
        label={strings.codes.copyCode}
      />
    </div>
  );
}

/** What an older message's code must not hide: the newest one has none. */
function NoCode({ newest }: { newest: Newest }) {
  const { message } = newest;
  return (
    <div className="well-main">
      <div className="well-code">
        <b>{text.noCode}</b>
        <From newest={newest} />
      </div>
      {message !== null && <Links message={message} />}
    </div>
  );
}

/** Only links to sign in can also be opened here: the others may be anything. */
function Links({ message }: { message: Message }) {
  const [link] = message.links;
  if (signInLinks(message).length > 0) return <SignInLinks message={message} />;
  return link === undefined ? null : <CopyButton text={link} label={strings.codes.copyLink} />;
}

function From({ newest: { sid, message, receivedAt } }: { newest: Newest }) {
  const isCaptured = message?.source === 'capture';
  const service = message?.service ?? (isCaptured ? formatInternational(message.from) : null);
  return (
    <span className="well-from break">
      <NewMark sid={sid} />
      {service !== null && <b>{service} · </b>}
      <time dateTime={receivedAt}>{formatTime(receivedAt)}</time>
    </span>
  );
}

function MessageLine({ message }: { message: Message }) {
  const { body, media, sid } = message;
  const hasText = body.trim() !== '';
  return hasText || media.length > 0 ? (
    <a className="well-message" href={messageAddress(sid)} title={text.openMessage}>
      {media.map((one, index) => (
        <MediaName key={index} media={one} iconOnly={hasText} />
      ))}
      <MarkedParts parts={lineOf(markCodes(body, message))} />
    </a>
  ) : null;
}

/** Folded, because after "resend" nobody wants them. */
function OlderCodes({ codes }: { codes: string[] }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  if (codes.length === 0) return null;
  return (
    <Group gap="xs" className="well-older">
      <DisclosureButton size="compact-sm" fw={400} open={isOpen} setOpen={toggle} controls={id}>
        {text.olderCodes({ count: codes.length })}
      </DisclosureButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && <CodeButtons codes={codes} label={text.older} />}
      </div>
    </Group>
  );
}
