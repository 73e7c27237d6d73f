import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import type { Message } from '../../../electron/contract/state.ts';
import type { TextActions } from '../../state/texts.ts';
import { CandidateTable } from '../../ui/CandidateTable.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { ChevronIcon } from '../../ui/icons.tsx';
import { HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';

interface MessageActionsProps {
  message: Message;
  texts: TextActions;
  /** The buttons that come first. */
  children: ReactNode;
}

/** What can be done with a message; behind "Why?", what was found and what to do when it is wrong. */
export function MessageActions({ message, texts, children }: MessageActionsProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <>
      <Group gap="xs">
        {children}
        <CopyButton text={message.body} label={strings.inbox.copyText} />
        {message.code === null && <TeachButton message={message} texts={texts} />}
        <Button
          size="xs"
          variant="default"
          aria-expanded={opened}
          aria-controls={id}
          rightSection={<ChevronIcon up={opened} />}
          onClick={toggle}
        >
          {strings.codes.why}
        </Button>
      </Group>
      <div id={id} hidden={!opened}>
        {opened && <Why message={message} texts={texts} />}
      </div>
    </>
  );
}

type WhyProps = Omit<MessageActionsProps, 'children'>;

function Why({ message, texts }: WhyProps) {
  const { body, from, candidates, code, reason } = message;
  return (
    <Stack gap="xs">
      {code !== null && reason !== '' && (
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

/** At hand where no code was found; where one was, behind "Why?". */
function TeachButton({ message: { body, from, candidates }, texts }: WhyProps) {
  return (
    <Button size="xs" variant="default" onClick={() => texts.teach({ text: body, from, candidates })}>
      {strings.codes.teach}
    </Button>
  );
}
