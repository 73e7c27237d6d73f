import { ActionIcon, Button, Group, Stack, Text, type ButtonProps } from '@mantine/core';
import { useId } from 'react';
import type { Message } from '../../../electron/contract/state.ts';
import type { TextActions } from '../../state/texts.ts';
import { CandidateTable } from '../../ui/CandidateTable.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { formatNumber, formatTime } from '../../ui/format.ts';
import { ChevronDownIcon, ChevronUpIcon, TrashIcon } from '../../ui/icons.tsx';
import { HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { deleteButtonId } from './useRemoval.ts';

export interface Removal {
  remove: (message: Message) => void;
}

interface MessageActionsProps extends Removal {
  message: Message;
  texts: TextActions;
  opened: boolean;
  toggle: (sid: string) => void;
}

/** Less prominent than the code, but in the text colour, which stays readable on the hovered button. */
const quiet: ButtonProps = { size: 'xs', variant: 'subtle', color: 'gray', c: 'var(--mantine-color-text)', px: 8 };

/** The actions of a message; behind "Why?", what was found and what to do when it is wrong. */
export function MessageActions({ message, texts, opened, toggle, remove }: MessageActionsProps) {
  const id = useId();
  return (
    <>
      <Group gap={4} className="inbox-actions">
        <CopyButton {...quiet} text={message.body} label={strings.inbox.copyText} />
        {message.code === null && <TeachButton message={message} texts={texts} look={quiet} />}
        <Button
          {...quiet}
          aria-expanded={opened}
          aria-controls={id}
          rightSection={opened ? <ChevronUpIcon /> : <ChevronDownIcon />}
          onClick={() => toggle(message.sid)}
        >
          {strings.codes.why}
        </Button>
        <DeleteButton message={message} remove={remove} />
      </Group>
      <div id={id} hidden={!opened} className="inbox-why">
        {opened && <Why message={message} texts={texts} />}
      </div>
    </>
  );
}

function DeleteButton({ message, remove }: Removal & { message: Message }) {
  const { sid, from, receivedAt } = message;
  return (
    <ActionIcon
      id={deleteButtonId(sid)}
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      title={strings.inbox.remove}
      aria-label={strings.inbox.removeThis({ sender: formatNumber(from), time: formatTime(receivedAt) })}
      onClick={() => remove(message)}
    >
      <TrashIcon />
    </ActionIcon>
  );
}

interface WhyProps {
  message: Message;
  texts: TextActions;
}

function Why({ message, texts }: WhyProps) {
  const { body, from, candidates, code, reason } = message;
  return (
    <Stack gap="xs">
      {code !== null && (
        <Text size="sm" className="break">
          <HostText>{reason}</HostText>
        </Text>
      )}
      <CandidateTable candidates={candidates} />
      <Group gap="xs">
        {code !== null && <TeachButton message={message} texts={texts} />}
        <Button size="xs" variant="default" onClick={() => texts.tryText({ text: body, from, candidates })}>
          {strings.codes.tryThis}
        </Button>
      </Group>
    </Stack>
  );
}

/** Shown directly where no code was found, otherwise behind "Why?". */
function TeachButton({ message: { body, from, candidates }, texts, look }: WhyProps & { look?: ButtonProps }) {
  return (
    <Button size="xs" variant="default" {...look} onClick={() => texts.teach({ text: body, from, candidates })}>
      {strings.codes.teach}
    </Button>
  );
}
