import { Fragment, type ReactNode } from 'react';
import type { Failure } from '../../electron/contract/errors.ts';
import type { Phrase } from '../../electron/contract/words/phrase.ts';
import { foreignLang } from '../language.ts';
import { strings } from './strings.ts';

/** The host's text in the page's language; quotes from other programs are marked as English. */
export function HostText({ children }: { children: Phrase }) {
  return strings
    .parts(children)
    .map(({ text, foreign }, index) =>
      foreign ? <EnglishText key={index}>{text}</EnglishText> : <Fragment key={index}>{text}</Fragment>,
    );
}

/** Twilio's own text, which is English whatever the page's language is. */
export function EnglishText({ children }: { children: ReactNode }) {
  return <span lang={foreignLang()}>{children}</span>;
}

/** A failure in one line, for the error of a field. */
export function failureLine({ message, hint }: Failure): ReactNode {
  return (
    <>
      <HostText>{message}</HostText> <HostText>{hint}</HostText>
    </>
  );
}
