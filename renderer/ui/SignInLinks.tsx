import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import type { Message } from '../../electron/contract/state.ts';
import { partsOfLink, signInLinks } from '../state/links.ts';
import { CopyButton } from './copying.tsx';
import { later } from './later.ts';
import { strings } from './strings.ts';

const LinkDialog = later(async () => (await import('./LinkDialog.tsx')).LinkDialog);

const text = strings.codes;

/** The links of a message with which one signs in. They come from strangers, so each says where it leads. */
export function SignInLinks({ message }: { message: Message }) {
  const links = signInLinks(message);
  if (links.length === 0) return null;
  return (
    <ul className="plain-list sign-in-links" aria-label={text.links}>
      {links.map((link) => (
        <SignInLink key={link} message={message} link={link} />
      ))}
    </ul>
  );
}

function SignInLink({ message, link }: { message: Message; link: string }) {
  const [asked, { open, close }] = useDisclosure(false);
  const { host } = partsOfLink(link);
  return (
    <Group component="li" gap="xs">
      <Text span size="sm" fw={600} className="break">
        {host}
      </Text>
      <Button size="xs" variant="default" aria-label={text.openThisLink({ host })} onClick={open}>
        {text.openLink}
      </Button>
      <CopyButton text={link} label={text.copyLink} spoken={text.copyThisLink({ host })} />
      <Suspense>{asked && <LinkDialog message={message} links={[link]} close={close} />}</Suspense>
    </Group>
  );
}
