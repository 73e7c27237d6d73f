import { Text } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/Fact.tsx';
import { formatTime } from '../../ui/format.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { refusedLines, tunnelLine } from '../reception/way.ts';
import { WebhookTest } from '../reception/WebhookTest.tsx';
import { Section } from './Section.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.reception.health;

/** What arrived, how, and what was rejected. */
export function HealthSection() {
  const { reception, tunnel } = useAppState();
  const { accepted, lastWebhookAt, backfilled, lastListAt, refused } = reception;
  return (
    <Section spot="health">
      <Text size="sm">{text.run}</Text>
      <Facts>
        <Fact name={text.pushed}>{counted(accepted, lastWebhookAt, text.pushedAt)}</Fact>
        <Fact name={text.listed}>{counted(backfilled, lastListAt, text.listedAt)}</Fact>
        <Fact name={text.refused}>
          <Refused lines={refusedLines(refused)} />
        </Fact>
        <Fact name={text.tunnel}>
          {tunnelLine(tunnel)}
          {tunnel.problem !== null && <> · {failureLine(tunnel.problem)}</>}
        </Fact>
      </Facts>
      {tunnel.kind === 'polling' ? (
        <Text size="sm">{strings.reception.test.notNeeded}</Text>
      ) : (
        <div {...placeFor('webhookTest')}>
          <WebhookTest key={`${tunnel.state} ${tunnel.url}`} />
        </div>
      )}
    </Section>
  );
}

function counted(count: number, at: string | null, last: (values: { time: string }) => string): string {
  return at === null ? text.count({ count }) : `${text.count({ count })}, ${last({ time: formatTime(at) })}`;
}

function Refused({ lines }: { lines: string[] }) {
  return lines.length === 0 ? text.none : lines.map((line) => <div key={line}>{line}</div>);
}
