import { Button, Group, Text } from '@mantine/core';
import type { Message } from '../../electron/contract/state.ts';
import { useSelected } from '../state/context.ts';
import { signInLinks } from '../state/links.ts';
import { CopyButton } from './copying.tsx';
import { strings } from './strings.ts';
import { useAction } from './useAction.ts';

const text = strings.codes;

/** The links of a message with which one signs in. They come from strangers, so each says where it leads. */
export function SignInLinks({ message }: { message: Message }) {
  const links = signInLinks(message);
  if (links.length === 0) return null;
  return (
    <ul className="plain-list sign-in-links" aria-label={text.links}>
      {links.map((link) => (
        <Group component="li" key={link} gap="xs">
          <Text span size="sm" fw={600} className="break">
            {hostOf(link)}
          </Text>
          <OpenLink sid={message.sid} link={link} index={message.links.indexOf(link)} />
          <CopyButton text={link} label={text.copyLink} spoken={text.copyThisLink({ host: hostOf(link) })} />
        </Group>
      ))}
    </ul>
  );
}

/** The app opens it in the person's browser: it leaves its window for no other page. */
function OpenLink({ sid, link, index }: { sid: string; link: string; index: number }) {
  const byHost = useSelected(({ capabilities }) => capabilities.links === 'host');
  const { run, busy } = useAction('messages.openLink');
  const look = { size: 'xs', variant: 'default', 'aria-label': text.openThisLink({ host: hostOf(link) }) } as const;
  if (byHost) {
    return (
      <Button {...look} loading={busy} onClick={() => void run({ sid, index })}>
        {text.openLink}
      </Button>
    );
  }
  return (
    <Button {...look} component="a" href={link} target="_blank" rel="noreferrer">
      {text.openLink}
    </Button>
  );
}

/** As the browser will call it: without a user's name, and with foreign letters as punycode. */
function hostOf(link: string): string {
  return new URL(link).host;
}
