import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Failure } from '../../electron/contract/errors.ts';
import { hostLang } from '../language.ts';
import { failureWords } from './failureWords.ts';
import { hostSaid, type Said } from './hostSaid.ts';

/** What the host wrote, in the page's language; in English, and marked so, where there is no translation. */
export function HostText({ children }: { children: string }) {
  const said = hostSaid(children);
  return said === null ? <EnglishText>{children}</EnglishText> : <SaidText said={said} />;
}

/** What Twilio wrote, in English whatever the page's language is. */
export function EnglishText({ children }: { children: ReactNode }) {
  return <span lang={hostLang()}>{children}</span>;
}

export function SaidText({ said }: { said: Said }) {
  if (typeof said === 'string') return said;
  return said.map(({ text, foreign }, index) =>
    foreign ? <EnglishText key={index}>{text}</EnglishText> : <Fragment key={index}>{text}</Fragment>,
  );
}

/** The host's own sentences below a failure for which there are only general words. */
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
  return (
    <>
      <SaidText said={message} /> <SaidText said={hint} />
      {original !== null && (
        <>
          {' '}
          <EnglishText>{original}</EnglishText>
        </>
      )}
    </>
  );
}
