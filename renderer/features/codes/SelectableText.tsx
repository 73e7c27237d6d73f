import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { undisguised } from '../../../electron/contract/plainText.ts';
import type { Place } from '../../state/highlights.ts';
import { strings } from '../../ui/strings.ts';
import { markOf } from './marks.ts';

const text = strings.codes.lesson;

interface SelectableTextProps {
  text: string;
  mark: (place: Place | null) => void;
}

/**
 * A text in which a part can be selected with the mouse or the keyboard. It is not `readOnly`, because in such a field
 * Chromium shows no cursor and the arrow keys neither move nor select. It ignores input instead.
 */
export function SelectableText({ text: body, mark }: SelectableTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const selected = useEffectEvent(({ selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) => {
    // A bare cursor selects nothing: the earlier mark stays.
    if (start < end) mark(markOf(body, { start, end }));
  });
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const ended = new AbortController();
    element.addEventListener('beforeinput', (event) => event.preventDefault(), ended);
    // React's onSelect misses what assistive technology selects while the focus is elsewhere.
    element.addEventListener('select', () => selected(element), ended);
    element.addEventListener('selectionchange', () => selected(element), ended);
    element.focus();
    return () => ended.abort();
  }, []);
  return (
    <Textarea
      ref={field}
      label={text.text}
      description={text.intro}
      aria-readonly
      inputMode="none"
      spellCheck={false}
      rows={5}
      data-autofocus
      value={undisguised(body)}
      onChange={() => undefined}
    />
  );
}
