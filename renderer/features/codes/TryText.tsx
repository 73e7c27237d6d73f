import { Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { GivenText, TextActions } from '../../state/texts.ts';
import { strings } from '../../ui/strings.ts';
import { TrialResult } from './TrialResult.tsx';

const text = strings.codes.trial;
/** The longest text that the contract allows. */
const longestText = 4000;
const longestSender = 100;

interface TryTextProps {
  toTry: GivenText | null;
  tried: () => void;
  teach: TextActions['teach'];
}

/** Shows what would be found in a text as the person types. A given text is filled in once, at the start. */
export function TryText({ toTry, tried, teach }: TryTextProps) {
  const id = useId();
  const [body, setBody] = useState(toTry?.text.slice(0, longestText) ?? '');
  const [from, setFrom] = useState(toTry?.from ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const filledIn = useEffectEvent(() => {
    if (toTry === null) return;
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: 'center' });
    tried();
  });
  useEffect(() => filledIn(), []);
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Title order={3} size="h5" id={id}>
        {text.title}
      </Title>
      <Textarea
        ref={field}
        label={text.text}
        rows={4}
        maxLength={longestText}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <TextInput
        label={text.from}
        description={text.fromHint}
        maxLength={longestSender}
        autoComplete="off"
        spellCheck={false}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      {body.trim() === '' ? (
        <Text size="sm">{text.purpose}</Text>
      ) : (
        <TrialResult text={body} from={from.trim()} teach={teach} />
      )}
    </Stack>
  );
}
