import { Button, type ButtonProps } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useCallback, useState, type ReactNode } from 'react';
import { useSelected, useServices } from '../state/context.ts';
import { useAnnounce } from './announcer.tsx';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { strings } from './strings.ts';
import { showProblem } from './toasts.tsx';

/** Copies text to the clipboard and says so; shows a failure. Resolves to whether it worked. */
export function useCopy(): (text: string) => Promise<boolean> {
  const announce = useAnnounce();
  const { client, unseen } = useServices();
  const byHost = useSelected(({ capabilities }) => capabilities.clipboard === 'host');
  return useCallback(
    async (text) => {
      try {
        await (byHost ? client.call('clipboard.copy', { text }) : navigator.clipboard.writeText(text));
        unseen.copied(text);
        announce(strings.common.copied);
        return true;
      } catch {
        showProblem(strings.common.copyFailed, strings.common.copyFailedHint);
        return false;
      }
    },
    [announce, byHost, client, unseen],
  );
}

const shownForMs = 2000;

/** Copies the text, and tells for a moment that it was copied. */
export function useCopied(text: string): { copied: boolean; copy: () => Promise<void> } {
  const [copied, setCopied] = useState(false);
  const { start } = useTimeout(() => setCopied(false), shownForMs);
  const copyText = useCopy();
  const copy = async () => {
    if (!(await copyText(text))) return;
    setCopied(true);
    start();
  };
  return { copied, copy };
}

interface CopyButtonProps extends ButtonProps {
  text: string;
  label: ReactNode;
  /** Read out instead of the label, where the label alone is not clear enough. */
  spoken?: string;
}

export function CopyButton({ text, label, spoken, ...look }: CopyButtonProps) {
  const { copied, copy } = useCopied(text);
  return (
    <Button
      size="xs"
      variant="default"
      {...look}
      {...(spoken === undefined || copied ? {} : { 'aria-label': spoken })}
      leftSection={copied ? <CheckIcon /> : <CopyIcon />}
      onClick={() => void copy()}
    >
      {copied ? strings.common.copied : label}
    </Button>
  );
}
