import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { Candidate } from '../../../electron/contract/state.ts';
import type { ProposedRule } from '../../../electron/contract/settings.ts';
import { useClient } from '../../state/context.ts';
import { markPlace, type Place } from '../../state/highlights.ts';
import type { GivenText } from '../../state/texts.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { GroupedCode } from '../../ui/CodeText.tsx';
import { strings } from '../../ui/strings.ts';
import { useTask } from '../../ui/useTask.ts';
import { choices } from './marks.ts';
import { SelectableText } from './SelectableText.tsx';

const text = strings.codes.lesson;

interface MarkStepProps {
  given: GivenText;
  place: Place | null;
  mark: (place: Place | null) => void;
  propose: (rule: ProposedRule) => void;
}

/** The person marks the code by selecting it, or by choosing one of the candidates. */
export function MarkStep({ given, place, mark, propose }: MarkStepProps) {
  const { ask, busy, failure } = usePropose(given, propose);
  return (
    <Stack>
      <SelectableText text={given.text} mark={mark} />
      <Choices candidates={choices(given.text, given.candidates)} mark={mark} />
      <Marked text={given.text} place={place} />
      {failure !== null && <FailureAlert failure={failure} />}
      <Group justify="flex-end">
        <Button disabled={place === null} loading={busy} onClick={() => void ask(place)}>
          {text.propose}
        </Button>
      </Group>
    </Stack>
  );
}

function Choices({ candidates, mark }: { candidates: Candidate[]; mark: (place: Place) => void }) {
  if (candidates.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{text.orChoose}</Text>
      {candidates.map(({ code, start, end }) => (
        <Button
          key={`${start}-${end}`}
          size="xs"
          variant="default"
          aria-label={text.markThis({ code })}
          onClick={() => mark({ start, end })}
        >
          <GroupedCode code={code} />
        </Button>
      ))}
    </Group>
  );
}

function Marked({ text: body, place }: { text: string; place: Place | null }) {
  return (
    <Stack gap={4} component="section" aria-label={text.marked}>
      <Text size="sm" fw={600} aria-hidden="true">
        {text.marked}
      </Text>
      {place === null ? (
        <Text size="sm" c="dimmed">
          {text.nothing}
        </Text>
      ) : (
        <div className="text-box">
          <MarkedText parts={markPlace(body, place)} />
        </div>
      )}
    </Stack>
  );
}

function usePropose({ text: body, from }: GivenText, propose: (rule: ProposedRule) => void) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { run: ask, busy } = useTask(async (place: Place | null) => {
    if (place === null) return;
    setFailure(null);
    propose(await client.call('rules.propose', { text: body, ...(from !== '' && { from }), ...place }));
  }, setFailure);
  return { ask, busy, failure };
}
