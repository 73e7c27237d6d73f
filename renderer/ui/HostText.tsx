import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../../electron/contract/errors.ts';
import { hostLang } from '../language.ts';
import { failureWords } from './failureWords.ts';

/** What the host or Twilio wrote, in English whatever the page's language is. */
export function HostText({ children }: { children: ReactNode }) {
  return <span lang={hostLang()}>{children}</span>;
}

/** The host's own sentences below a translated failure. */
export function Original({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <Text size="xs" className="break" lang={hostLang()}>
      {children}
    </Text>
  );
}

/** A failure in one line, as the error of a field. */
export function failureLine(failure: Failure): ReactNode {
  const { message, hint, original } = failureWords(failure);
  const line = `${message} ${hint}`;
  if (original === null) return line;
  return (
    <>
      {line} <HostText>{original}</HostText>
    </>
  );
}
