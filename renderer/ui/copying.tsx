import { Button, UnstyledButton } from '@mantine/core';
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

interface CopyButtonProps {
  text: string;
  label: ReactNode;
  /** Read out instead of the label, where the label alone is not clear enough. */
  spoken?: string;
  size?: 'xs' | 'sm';
  variant?: 'default' | 'filled' | 'light';
  flex?: 'none';
}

const parts = Button.classes;
const className = `copy-button mantine-focus-auto mantine-active ${UnstyledButton.classes.root} ${parts.root}`;

/** Mantine's button as plain elements, which are drawn in a third of the time: in a burst, dozens of them a second. */
export function CopyButton({ text, label, spoken, size = 'xs', variant = 'default', flex }: CopyButtonProps) {
  const { copied, copy } = useCopied(text);
  return (
    <button
      type="button"
      className={className}
      data-size={size}
      data-variant={variant}
      data-with-left-section
      {...(flex !== undefined && { style: { flex } })}
      {...(spoken === undefined || copied ? {} : { 'aria-label': spoken })}
      onClick={() => void copy()}
    >
      <span className={parts.inner}>
        <span className={parts.section} data-position="left">
          {copied ? <CheckIcon /> : <CopyIcon />}
        </span>
        <span className={parts.label}>{copied ? strings.common.copied : label}</span>
      </span>
    </button>
  );
}
