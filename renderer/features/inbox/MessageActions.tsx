import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useId, useState, type ComponentProps, type ReactNode } from 'react';
import { plainText } from '../../../electron/contract/plainText.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { signInLinks, webLinks } from '../../state/links.ts';
import type { TextActions } from '../../state/texts.ts';
import { CandidateTable } from '../../ui/CandidateTable.tsx';
import { CopyButton, useCopied } from '../../ui/copying.tsx';
import { formatNumber, formatTime } from '../../ui/format.ts';
import { CheckIcon, ChevronDownIcon, ChevronUpIcon, CopyIcon, ExternalIcon, TrashIcon } from '../../ui/icons.tsx';
import { HostText } from '../../ui/HostText.tsx';
import { LinkDialog } from '../../ui/LinkDialog.tsx';
import { strings } from '../../ui/strings.ts';
import { deleteButtonId } from './useRemoval.ts';

const text = strings.inbox;

export interface Removal {
  remove: (message: Message) => void;
}

interface MessageActionsProps extends Removal {
  message: Message;
  texts: TextActions;
  opened: boolean;
  toggle: (sid: string) => void;
}

/** The actions of a message, seen while it is pointed at or has the focus; behind "Details", what was found and why. */
export function MessageActions(given: MessageActionsProps) {
  const { message, texts, opened } = given;
  const isThere = useStayed();
  const id = useId();
  return (
    <>
      <div className="inbox-actions">{isThere && <Buttons {...given} controls={id} />}</div>
      <div id={id} hidden={!opened} className="inbox-why">
        {opened && <Details message={message} texts={texts} />}
      </div>
    </>
  );
}

/** In milliseconds. */
const stayMs = 150;

/** True once it has been there for a moment: in a burst, a message is gone before anyone could point at it. */
function useStayed(): boolean {
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), stayMs);
    return () => clearTimeout(timer);
  }, []);
  return stayed;
}

function Buttons({ message, texts, opened, toggle, remove, controls }: MessageActionsProps & { controls: string }) {
  const { sid, body, code, from, receivedAt } = message;
  const hasText = body.trim() !== '';
  return (
    <>
      {code === null && hasText && <Teach message={message} texts={texts} />}
      <OpenLink message={message} />
      {hasText && <CopyText body={body} />}
      <Action title={text.details} aria-expanded={opened} aria-controls={controls} onClick={() => toggle(sid)}>
        {opened ? <ChevronUpIcon /> : <ChevronDownIcon />}
      </Action>
      <Action
        id={deleteButtonId(sid)}
        title={text.remove}
        aria-label={text.removeThis({ sender: formatNumber(from), time: formatTime(receivedAt) })}
        onClick={() => remove(message)}
      >
        <TrashIcon />
      </Action>
    </>
  );
}

/** A plain button: in a burst, dozens of messages a second are drawn. */
function Action({ title, children, ...given }: ComponentProps<'button'> & { title: string; children: ReactNode }) {
  return (
    <button type="button" className="inbox-action" title={title} aria-label={title} {...given}>
      {children}
    </button>
  );
}

/** For the links that have no button in the text. */
function OpenLink({ message }: { message: Message }) {
  const [asked, { open, close }] = useDisclosure(false);
  const shown = new Set(signInLinks(message));
  const [first, ...others] = webLinks(message).filter((link) => !shown.has(link));
  if (first === undefined) return null;
  return (
    <>
      <Action title={strings.codes.openLink} onClick={open}>
        <ExternalIcon />
      </Action>
      {asked && <LinkDialog message={message} links={[first, ...others]} close={close} />}
    </>
  );
}

function CopyText({ body }: { body: string }) {
  const { copied, copy } = useCopied(body);
  return (
    <Action title={copied ? strings.common.copied : text.copyText} onClick={() => void copy()}>
      {copied ? <CheckIcon /> : <CopyIcon />}
    </Action>
  );
}

interface DetailsProps {
  message: Message;
  texts: TextActions;
}

/** Shown directly where no code was found, otherwise behind "Details". */
function Teach({ message: { body, from, candidates }, texts }: DetailsProps) {
  return (
    <button type="button" className="inbox-action" onClick={() => texts.teach({ text: body, from, candidates })}>
      {strings.codes.teach}
    </button>
  );
}

function Details({ message, texts }: DetailsProps) {
  const { body, from, candidates, code, reason, media, sentBy } = message;
  const given = { text: body, from, candidates };
  return (
    <Stack gap="xs">
      {code !== null && (
        <Text size="sm" className="break">
          <HostText>{reason}</HostText>
        </Text>
      )}
      {sentBy !== null && (
        <Text size="sm" className="break">
          {text.sentBy({ name: [sentBy.name ?? [], sentBy.sid].flat().map(plainText).join(' · ') })}
        </Text>
      )}
      <MediaLinks media={media} />
      <CandidateTable candidates={candidates} />
      <Group gap="xs">
        {code !== null && (
          <Button size="xs" variant="default" onClick={() => texts.teach(given)}>
            {strings.codes.teach}
          </Button>
        )}
        {body.trim() !== '' && (
          <Button size="xs" variant="default" onClick={() => texts.tryText(given)}>
            {strings.codes.tryThis}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Where the files are, as text: they come from strangers, and Twilio's may need a password. */
function MediaLinks({ media }: Pick<Message, 'media'>) {
  const urls = media.flatMap(({ url }) => url ?? []);
  return urls.map((url, index) => (
    <Group key={index} gap="xs" wrap="nowrap" justify="space-between">
      <Text size="sm" className="break">
        {url}
      </Text>
      <CopyButton flex="none" text={url} label={strings.codes.copyLink} />
    </Group>
  ));
}
