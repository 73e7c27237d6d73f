import { Text } from '@mantine/core';
import type { TextPart } from '../state/highlights.ts';

const classNames = { code: 'message-code', other: 'message-other' };

/** A text from strangers with its codes marked; it is only ever shown as text. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
  return (
    <Text className="message-body">
      {parts.map(({ text, kind }, index) =>
        kind === 'plain' ? (
          text
        ) : (
          <mark key={index} className={classNames[kind]}>
            {text}
          </mark>
        ),
      )}
    </Text>
  );
}
