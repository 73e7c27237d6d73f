import { Button, Stack, Text } from '@mantine/core';
import type { SelfTest } from '../../../electron/contract/reception.ts';
import { HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { useAnswer } from '../../ui/useAnswer.ts';

const text = strings.reception.test;

/** Tests the whole path of a message, and shows how far it got. */
export function WebhookTest() {
  const { ask, answer, busy } = useAnswer('reception.test', spoken);
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{text.purpose}</Text>
      <Button variant="default" loading={busy} onClick={() => void ask()}>
        {text.button}
      </Button>
      {answer !== null && <TestResult result={answer} />}
    </Stack>
  );
}

/** How far the message got. */
export function TestResult({ result: { ok, hops } }: { result: SelfTest }) {
  return (
    <>
      <Text fw={600}>{ok ? text.works : text.broken}</Text>
      <ul className="plain-list" aria-label={text.result}>
        {hops.map((hop) => (
          <Hop key={hop.name} hop={hop} />
        ))}
      </ul>
    </>
  );
}

function Hop({ hop: { name, ok, ms, message } }: { hop: SelfTest['hops'][number] }) {
  return (
    <li className="hop">
      <Text size="sm" fw={500} className={ok ? 'tabular' : 'tabular hop-failed'}>
        {text.hops[name]}: {ok ? text.ok : text.failed}
        {ms !== null && `, ${text.ms({ ms: Math.round(ms) })}`}
      </Text>
      <Text size="sm" className="break">
        <HostText>{message}</HostText>
      </Text>
    </li>
  );
}

/** The verdict, and the first failure: the others follow from it. */
export function spoken({ ok, hops }: SelfTest): string {
  if (ok) return text.works;
  const first = hops.find((hop) => !hop.ok);
  return first === undefined ? text.broken : `${text.broken} ${strings.said(first.message)}`;
}
