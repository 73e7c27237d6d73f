import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import type { Extraction } from '../../../electron/contract/state.ts';
import { likelyCodes } from '../../state/codes.ts';
import { markCodes } from '../../state/highlights.ts';
import type { TextActions } from '../../state/texts.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { CandidateTable } from '../../ui/CandidateTable.tsx';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { useTrial, type Trial } from './useTrial.ts';

const text = strings.codes.trial;

interface TrialResultProps {
  text: string;
  from: string;
  teach: TextActions['teach'];
}

export function TrialResult({ text: body, from, teach }: TrialResultProps) {
  const trial = useTrial(body, from);
  const candidates = trial.kind === 'found' && trial.text === body ? trial.found.candidates : [];
  return (
    <>
      <Outcome trial={trial} />
      <Group>
        <Button size="xs" variant="default" onClick={() => teach({ text: body, from, candidates })}>
          {strings.codes.teach}
        </Button>
      </Group>
    </>
  );
}

function Outcome({ trial }: { trial: Trial }) {
  switch (trial.kind) {
    case 'looking':
      return (
        <Group gap="xs">
          <Loader size="xs" aria-hidden="true" />
          <Text size="sm">{text.looking}</Text>
        </Group>
      );
    case 'failed':
      return <FailureAlert failure={trial.failure} />;
    case 'found':
      return <Found text={trial.text} found={trial.found} />;
  }
}

function Found({ text: body, found }: { text: string; found: Extraction }) {
  useSpoken(found);
  return (
    <Stack component="section" gap="sm" aria-label={text.result}>
      <Code found={found} />
      <div className="text-box">
        <MarkedText parts={markCodes(body, found)} />
      </div>
      <Origin found={found} />
      <CandidateTable candidates={found.candidates} />
    </Stack>
  );
}

function Code({ found }: { found: Extraction }) {
  const { code, reason } = found;
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        {code === null ? (
          <Text fw={600}>{text.noCode}</Text>
        ) : (
          <>
            <CodeText code={code} />
            <CopyButton size="sm" variant="filled" text={code} label={strings.codes.copyCode} />
          </>
        )}
      </Group>
      <Text size="sm" className="break">
        <HostText>{reason}</HostText>
      </Text>
      <CodeButtons codes={likelyCodes(found).filter((each) => each !== code)} label={strings.inbox.otherCodes} />
    </Stack>
  );
}

/** The sender's service, and the only domain where the code may be used. */
function Origin({ found: { service, domain } }: { found: Extraction }) {
  const facts = [
    ...(service === null ? [] : [[text.service, service]]),
    ...(domain === null ? [] : [[text.domain, domain]]),
  ];
  if (facts.length === 0) return null;
  return (
    <Group component="dl" gap="xl" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} className="break">
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}

/** Announces each new result to screen readers, once. */
function useSpoken({ code, reason }: Extraction): void {
  const announce = useAnnounce();
  const speak = useEffectEvent((text: string) => announce(text));
  const said = code === null ? text.announceNone({ reason: strings.said(reason) }) : text.announceCode({ code });
  useEffect(() => speak(said), [said]);
}
