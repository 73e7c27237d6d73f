import { Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Message } from '../../electron/contract/state.ts';
import { useClient, useSelected } from '../state/context.ts';
import { partsOfLink } from '../state/links.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { CopyButton } from './copying.tsx';
import { strings } from './strings.ts';
import { useTask } from './useTask.ts';

const text = strings.codes;

interface LinkDialogProps {
  message: Message;
  /** Those of its links to choose from. */
  links: readonly [string, ...string[]];
  close: () => void;
}

/** Asks before a link is opened: it comes from a stranger. Nothing of it is fetched here. */
export function LinkDialog({ message, links, close }: LinkDialogProps) {
  const [link, choose] = useState(links[0]);
  const { run, busy } = useOpening(message);
  const open = async () => {
    if (await run(link)) close();
  };
  return (
    <ConfirmDialog
      title={text.openTitle}
      confirm={text.openInBrowser}
      busy={busy}
      run={() => void open()}
      close={close}
    >
      {links.length === 1 ? <Address link={link} /> : <Choice {...{ links, link, choose }} />}
      <Group>
        <CopyButton text={link} label={text.copyLink} />
      </Group>
    </ConfirmDialog>
  );
}

/** The app leaves its window for no other page: its host opens the person's browser. */
function useOpening({ sid, links }: Message) {
  const client = useClient();
  const byHost = useSelected(({ capabilities }) => capabilities.links === 'host');
  return useTask(async (link: string) => {
    if (byHost) await client.call('messages.openLink', { sid, index: links.indexOf(link) });
    else window.open(new URL(link).href, '_blank', 'noopener,noreferrer');
    return true;
  });
}

interface ChoiceProps {
  links: readonly string[];
  link: string;
  choose: (link: string) => void;
}

function Choice({ links, link, choose }: ChoiceProps) {
  return (
    <Radio.Group aria-label={text.openTitle} value={link} onChange={choose}>
      <Stack gap="xs">
        {links.map((one) => (
          <Radio key={one} value={one} label={<Address link={one} />} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** The whole address as the browser will ask for it, foreign letters as punycode, with its host emphasised. */
function Address({ link }: { link: string }) {
  const { before, host, after } = partsOfLink(link);
  return (
    <Text span className="link-address break">
      {before}
      <b>{host}</b>
      {after}
    </Text>
  );
}
