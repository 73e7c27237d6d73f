import { Fragment, type ReactNode } from 'react';
import type { Failure } from '../../electron/contract/errors.ts';
import type { Phrase } from '../../electron/contract/words/phrase.ts';
import { foreignLang } from '../language.ts';
import { strings } from './strings.ts';

/** What the host says, in the page's language; what it quotes of other programs is marked as English. */
export function HostText({ children }: { children: Phrase }) {
  return strings
    .parts(children)
    .map(({ text, foreign }, index) =>
      foreign ? <EnglishText key={index}>{text}</EnglishText> : <Fragment key={index}>{text}</Fragment>,
    );
}

/** What Twilio wrote, in English whatever the page's language is. */
export function EnglishText({ children }: { children: ReactNode }) {
  return <span lang={foreignLang()}>{children}</span>;
}

/** A failure in one line, as the error of a field. */
export function failureLine({ message, hint }: Failure): ReactNode {
  return (
    <>
      <HostText>{message}</HostText> <HostText>{hint}</HostText>
    </>
  );
}
