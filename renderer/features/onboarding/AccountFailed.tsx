import { Button, Group, Text } from '@mantine/core';
import { Suspense } from 'react';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { CredentialsState } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { later } from '../../ui/later.ts';
import { Pending } from '../../ui/Pending.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { accountTrouble, isOfAccount } from '../reception/trouble.ts';

// Forms are the heavier half of the interface.
const NewToken = later(async () => (await import('./NewToken.tsx')).NewToken);

const text = strings.onboarding;

interface AccountFailedProps {
  error: Failure;
  source: CredentialsState['source'];
}

/** Why Twilio cannot be used, and the way out. Numbers in use are still shown as usual. */
export function AccountFailed({ error, source }: AccountFailedProps) {
  const isFixed = source === 'environment';
  const byKey = useSelected(({ credentials }) => credentials.apiKey !== undefined);
  const isTokenWanted = error.code === 'INVALID_CREDENTIALS' && !isFixed;
  return (
    <FailureAlert
      title={isTokenWanted ? text.failed[byKey ? 'keyRefused' : 'refused'] : accountTrouble(error)}
      failure={error}
      {...(isTokenWanted && { hint: text.failed.refusedHint })}
      isBrief={isOfAccount(error)}
      color={error.retryable ? 'orange' : 'red'}
    >
      <Advice
        isRetried={error.retryable && error.code !== 'TWILIO_UNREACHABLE'}
        fixed={isFixed && (byKey ? text.keyFromEnvironment : text.fromEnvironment)}
      />
      <Suspense fallback={<Pending />}>{isTokenWanted && <NewToken source={source} />}</Suspense>
      <WaysOut isOther={!isFixed && !error.retryable} />
    </FailureAlert>
  );
}

function Advice({ isRetried, fixed }: { isRetried: boolean; fixed: string | false }) {
  const advice = [isRetried && text.failed.again, fixed].filter((part) => part !== false);
  if (advice.length === 0) return null;
  return (
    <Text size="sm" w="100%">
      {advice.join(' ')}
    </Text>
  );
}

/** Other credentials do not help where Twilio cannot be reached. */
function WaysOut({ isOther }: { isOther: boolean }) {
  const retry = useAction('account.retry');
  const forget = useAction('account.forget');
  return (
    <Group gap="xs" w="100%">
      <Button size="xs" variant="default" loading={retry.busy} onClick={() => void retry.run()}>
        {strings.common.retry}
      </Button>
      {isOther && (
        <Button size="xs" variant="default" loading={forget.busy} onClick={() => void forget.run()}>
          {text.otherAccount}
        </Button>
      )}
    </Group>
  );
}
