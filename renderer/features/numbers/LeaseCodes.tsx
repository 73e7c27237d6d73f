import { VisuallyHidden } from '@mantine/core';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { hasMessage, otherCodes } from '../../state/leases.ts';
import { signInLinks } from '../../state/links.ts';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { formatTime } from '../../ui/format.ts';
import { HostText } from '../../ui/HostText.tsx';
import { SignInLinks } from '../../ui/SignInLinks.tsx';
import { strings } from '../../ui/strings.ts';

const text = strings.numbers;

/**
 * Shows the newest code large, or a link to sign in, or what is awaited. It keeps its height, so nothing jumps when a
 * code arrives.
 */
export function CodeWell({ lease, messages }: { lease: Lease; messages: readonly Message[] }) {
  const { latestCode, state } = lease;
  const isPaused = useSelected(({ pausedSince }) => pausedSince !== null);
  if (latestCode !== null) return <LeaseCodes lease={lease} messages={messages} />;
  const signIn = messages.find((message) => signInLinks(message).length > 0);
  if (signIn) return <LeaseLinks message={signIn} />;
  const waits = state === 'active' && !hasMessage(lease, messages);
  return (
    <div className="well well-empty">
      {waits && !isPaused && <Dots />}
      <span>{waits ? waitingFor(isPaused) : state === 'active' ? strings.inbox.noCode : text.noCode}</span>
    </div>
  );
}

/** Instead of a code, the newest link to sign in. */
function LeaseLinks({ message }: { message: Message }) {
  return (
    <div className="well">
      <div className="well-code">
        <span>
          <HostText>{message.reason}</HostText>
        </span>
        <SignInLinks message={message} />
      </div>
    </div>
  );
}

function waitingFor(isPaused: boolean): string {
  return isPaused ? strings.reception.pause.waiting : text.waiting;
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

/** The newest code large, and a small button for each of the others. */
function LeaseCodes({ lease, messages }: { lease: Lease; messages: readonly Message[] }) {
  const { latestCode } = lease;
  if (latestCode === null) return null;
  const service = messages.find(({ sid }) => sid === latestCode.messageSid)?.service ?? null;
  return (
    <>
      <div key={latestCode.messageSid} className="well fresh-code">
        <div className="well-code">
          <VisuallyHidden>{text.code}</VisuallyHidden>
          <CodeText code={latestCode.code} />
          <span className="well-from break">
            {service !== null && <b>{service} · </b>}
            <time dateTime={latestCode.receivedAt}>{formatTime(latestCode.receivedAt)}</time>
          </span>
        </div>
        <CopyButton size="sm" variant="filled" flex="none" text={latestCode.code} label={strings.codes.copyCode} />
      </div>
      <CodeButtons codes={otherCodes(lease, messages)} label={text.otherCodes} />
    </>
  );
}
