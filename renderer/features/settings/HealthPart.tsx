import { Stack, Text } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { Fact } from '../../ui/Fact.tsx';
import { formatTime } from '../../ui/format.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { refusedLines, tunnelLine } from '../reception/way.ts';
import { WebhookTest } from '../reception/WebhookTest.tsx';
import { Part } from './Section.tsx';

const text = strings.reception.health;

/** What arrived, how, and what was rejected. */
export function HealthPart() {
  const { reception, tunnel } = useAppState();
  const { accepted, lastWebhookAt, backfilled, lastListAt, refused } = reception;
  return (
    <Part title={text.title}>
      <Text size="sm">{text.run}</Text>
      <Stack component="dl" gap="xs" m={0}>
        <Fact name={text.pushed}>{counted(accepted, lastWebhookAt, text.pushedAt)}</Fact>
        <Fact name={text.listed}>{counted(backfilled, lastListAt, text.listedAt)}</Fact>
        <Fact name={text.refused}>
          <Refused lines={refusedLines(refused)} />
        </Fact>
        <Fact name={text.tunnel}>
          {tunnelLine(tunnel)}
          {tunnel.problem !== null && <> · {failureLine(tunnel.problem)}</>}
        </Fact>
      </Stack>
      {tunnel.kind === 'polling' ? (
        <Text size="sm">{strings.reception.test.notNeeded}</Text>
      ) : (
        <WebhookTest key={`${tunnel.state} ${tunnel.url}`} />
      )}
    </Part>
  );
}

function counted(count: number, at: string | null, last: (values: { time: string }) => string): string {
  return at === null ? text.count({ count }) : `${text.count({ count })}, ${last({ time: formatTime(at) })}`;
}

function Refused({ lines }: { lines: string[] }) {
  return lines.length === 0 ? text.none : lines.map((line) => <div key={line}>{line}</div>);
}
