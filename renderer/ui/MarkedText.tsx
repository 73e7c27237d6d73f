import { undisguised } from '../../electron/contract/plainText.ts';
import type { TextPart } from '../state/highlights.ts';

const classNames = { code: 'message-code', other: 'message-other' };

/** A text from strangers with its codes marked; it is only ever shown as text. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className="message-body">
      <MarkedParts parts={parts} />
    </p>
  );
}

export function MarkedParts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, kind }, index) =>
    kind === 'plain' ? (
      undisguised(text)
    ) : (
      <mark key={index} className={classNames[kind]}>
        {undisguised(text)}
      </mark>
    ),
  );
}
