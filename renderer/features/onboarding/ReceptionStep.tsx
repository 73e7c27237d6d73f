import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { ReceptionKind } from '../../../electron/contract/settings.ts';
import { useAppState } from '../../state/context.ts';
import { FixedWay } from './FixedWay.tsx';
import { NgrokSetup } from './NgrokSetup.tsx';
import { PollingSetup } from './PollingSetup.tsx';
import { firstWay, recommendedWay } from './setup.ts';
import { UrlSetup } from './UrlSetup.tsx';
import { WayCards } from './WayCards.tsx';

/** Step 2: how SMS get here, seen to work before the person goes on. */
export function ReceptionStep() {
  const state = useAppState();
  const [way, setWay] = useState(() => firstWay(state));
  // It stays where it was, whatever is tried meanwhile.
  const [recommended] = useState(() => recommendedWay(state));
  if (state.fixed.kind !== null) return <FixedWay kind={state.fixed.kind} />;
  return (
    <Stack gap="lg">
      <WayCards recommended={recommended} way={way} onChange={setWay} />
      <Setup way={way} />
    </Stack>
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
