import { Button, Text } from '@mantine/core';
import type { UpdateState } from '../../../electron/contract/host.ts';
import { useAppState } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/Fact.tsx';
import { formatTime } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { isInUse } from '../onboarding/setup.ts';
import { wayOf } from '../reception/way.ts';
import { DiagnosticsPart } from './DiagnosticsPart.tsx';
import { Part, Section } from './Section.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.settings.about;

/** How the app is kept up to date, in a sentence. */
function updateLine(update: UpdateState): string {
  const { update: says } = text;
  switch (update.kind) {
    case 'off':
      return says.off[update.why];
    case 'idle':
      return update.checkedAt === null ? says.idle : says.current({ time: formatTime(update.checkedAt) });
    case 'checking':
      return says.checking;
    case 'downloading':
      return says.downloading({ version: update.version, percent: update.percent });
    case 'ready':
      return says.ready({ version: update.version });
    case 'failed':
      return says.failed;
  }
}

export function AboutSection() {
  const state = useAppState();
  const { version, host, webhook, tunnel, desktop } = state;
  return (
    <Section spot="about">
      <Part>
        <Facts>
          <Fact name={text.version}>{version}</Fact>
          <Fact name={text.host}>{text.hosts[host]}</Fact>
          {desktop !== null && <Fact name={text.updates}>{updateLine(desktop.update)}</Fact>}
          <Fact name={text.tunnel}>{wayOf(state).line}</Fact>
          {tunnel.url !== null && <Fact name={text.publicUrl}>{tunnel.url}</Fact>}
          <Fact name={text.webhook}>{webhook ?? text.noWebhook}</Fact>
        </Facts>
      </Part>
      {!state.demo && state.account.kind !== 'none' && <SetUpAgain isPossible={!state.leases.some(isInUse)} />}
      <DiagnosticsPart />
    </Section>
  );
}

/** Reopens the first-run steps with the current choices. */
function SetUpAgain({ isPossible }: { isPossible: boolean }) {
  const { run, busy } = useAction('settings.update');
  return (
    <Part title={text.setup}>
      <Text size="sm">{isPossible ? text.setupHint : text.setupLater}</Text>
      <div {...placeFor('setup')}>
        <Button
          size="xs"
          variant="default"
          disabled={!isPossible}
          loading={busy}
          onClick={() => void run({ setup: 'connect' })}
        >
          {text.setupAgain}
        </Button>
      </div>
    </Part>
  );
}
