import { Badge, Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReceptionKind } from '../../../electron/contract/settings.ts';
import { isWithoutToken } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { formatMoney } from '../../ui/format.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { NgrokSetup } from './NgrokSetup.tsx';
import { PollingSetup } from './PollingSetup.tsx';
import { firstWay, recommendedWay } from './setup.ts';
import { StepButtons } from './StepButtons.tsx';
import { TunnelStatus } from './TunnelStatus.tsx';
import { UrlSetup } from './UrlSetup.tsx';

const text = strings.onboarding;
const reception = strings.onboarding.reception;

/** Step 2: how SMS get here. The person sees that it works before going on. */
export function ReceptionStep() {
  const state = useAppState();
  const [way, setWay] = useState(() => firstWay(state));
  // The recommendation does not change, whatever the person tries in the meantime.
  const [recommended] = useState(() => recommendedWay(state));
  if (isWithoutToken(state)) return <WithoutToken />;
  if (state.fixed.kind !== null) return <FixedWay kind={state.fixed.kind} />;
  return (
    <Stack gap="lg">
      <ConnectedTo />
      <WayCards recommended={recommended} way={way} onChange={setWay} />
      <Setup way={way} />
    </Stack>
  );
}

/** Whose account it is, so that a person can check that it is the right one. */
function ConnectedTo() {
  const { account } = useAppState();
  if (account.kind !== 'connected') return null;
  const { sid, name, trial, balance } = account;
  const words = [
    text.connectedTo({ name: name ?? sid }),
    ...(trial ? [strings.account.trial] : []),
    ...(balance === null ? [] : [strings.account.balance({ amount: formatMoney(balance) })]),
  ];
  return (
    <div>
      <Text className="setup-good">
        <CheckIcon /> {words.join(' · ')}
      </Text>
      {trial && <Text size="sm">{text.account.trialHint}</Text>}
    </div>
  );
}

function Setup({ way }: { way: ReceptionKind }) {
  switch (way) {
    case 'ngrok':
      return <NgrokSetup />;
    case 'url':
      return <UrlSetup />;
    case 'polling':
      return <PollingSetup />;
  }
}

/** Nothing to choose: webhooks could not be verified. What is set for them stays, for the day when they can be. */
function WithoutToken() {
  return (
    <Stack gap="md">
      <ConnectedTo />
      <Text>{text.withoutToken}</Text>
      <NextStep />
    </Stack>
  );
}

/** The environment has chosen the way; the person only sees how it is doing. */
function FixedWay({ kind }: { kind: ReceptionKind }) {
  return (
    <Stack gap="md">
      <ConnectedTo />
      <div>
        <Text fw={500}>{text.reception.fixed[kind]}</Text>
        <Text size="sm" c="dimmed">
          {text.reception.fixedHint}
        </Text>
      </div>
      <TunnelStatus busy={false} shown={kind !== 'polling'} connecting={text.reception.connecting} />
      <NextStep />
    </Stack>
  );
}

function NextStep() {
  const { run, busy } = useAction('settings.update');
  return (
    <StepButtons back="connect">
      <Button loading={busy} onClick={() => void run({ setup: 'leaseEnd' })}>
        {text.next}
      </Button>
    </StepButtons>
  );
}

const ways: readonly ReceptionKind[] = ['ngrok', 'url', 'polling'];

interface WayCardsProps {
  recommended: ReceptionKind;
  way: ReceptionKind;
  onChange: (way: ReceptionKind) => void;
}

function WayCards({ recommended, way, onChange }: WayCardsProps) {
  return (
    <Radio.Group aria-label={reception.label} value={way} onChange={onChange}>
      <Stack gap="xs">
        {ways.map((each) => (
          <div key={each} className="setup-card">
            <Radio
              value={each}
              label={<Label way={each} recommended={each === recommended} />}
              description={reception.wayHints[each]}
            />
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Label({ way, recommended }: { way: ReceptionKind; recommended: boolean }) {
  return (
    <span className="setup-card-label">
      {reception.ways[way]}{' '}
      {recommended && (
        <Badge component="span" size="sm" variant="default" tt="none">
          {reception.recommended}
        </Badge>
      )}
    </span>
  );
}
