import { Button, Text } from '@mantine/core';
import { isWithoutToken, type AccountState } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Fact, Facts } from '../../ui/Fact.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { FaultsButton } from '../capture/FaultsButton.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { Part, Section } from './Section.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.settings.twilio;

/** Shows the account and whether Twilio accepts it, and takes other credentials. */
export function TwilioSection() {
  const state = useAppState();
  const { account, capture, credentials, demo } = state;
  const { apiKey: key } = credentials;
  const byEnvironmentKey = key !== undefined && credentials.source === 'environment';
  const isOwn = credentials.source === 'stored' || credentials.source === 'session';
  return (
    <Section spot="twilio">
      <Part>
        <Facts>
          <AccountFacts
            account={account}
            emulated={capture ? strings.capture.label : demo ? strings.account.demo : null}
          />
          {key !== undefined && <Fact name={strings.onboarding.apiKey}>{key.sid}</Fact>}
          <Fact name={text.source}>{text.sources[byEnvironmentKey ? 'environmentKey' : credentials.source]}</Fact>
        </Facts>
        {isWithoutToken(state) && <Text size="sm">{strings.onboarding.withoutToken}</Text>}
        {account.kind === 'failed' && <FailureAlert failure={account.error} />}
        {account.kind !== 'none' && <CheckNow />}
        {credentials.source === 'environment' && (
          <Text size="sm">{strings.onboarding[key ? 'keyFromEnvironment' : 'fromEnvironment']}</Text>
        )}
      </Part>
      {isOwn && (
        <Part title={text.change}>
          <CredentialsForm key={account.kind === 'none' ? '' : account.sid} />
          <Forget />
        </Part>
      )}
      <Capturing />
    </Section>
  );
}

function Capturing() {
  const { capture } = useAppState();
  const start = useAction('capture.start');
  const stop = useAction('capture.stop');
  const { run, busy } = capture ? stop : start;
  return (
    <Part title={strings.capture.start}>
      <Text size="sm">{capture ? strings.capture.text({ url: capture.baseUrl }) : strings.capture.startHint}</Text>
      <div className="settings-buttons" {...placeFor('capture')}>
        <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
          {capture ? strings.capture.leave : strings.capture.startNow}
        </Button>
        {capture && <FaultsButton />}
      </div>
    </Part>
  );
}

function AccountFacts({ account, emulated }: { account: AccountState; emulated: string | null }) {
  const { balance, name } = account.kind === 'connected' ? account : { balance: null, name: strings.account.none };
  return (
    <>
      <Fact name={text.account}>{emulated ?? name ?? text.noBalance}</Fact>
      {account.kind !== 'none' && <Fact name={text.sid}>{account.sid}</Fact>}
      <Fact name={text.state}>{stateOf(account)}</Fact>
      {account.kind === 'connected' && (
        <Fact name={text.balance}>{balance === null ? text.noBalance : formatMoney(balance)}</Fact>
      )}
    </>
  );
}

function stateOf(account: AccountState): string {
  if (account.kind !== 'connected') return text.states[account.kind];
  if (account.trial === null) return text.states.unknown;
  return account.trial ? text.states.trial : text.states.active;
}

function CheckNow() {
  const { ask, answer, busy } = useAnswer('account.retry', verdict);
  return (
    <div className="settings-buttons">
      <Button size="xs" variant="default" loading={busy} onClick={() => void ask()}>
        {text.check}
      </Button>
      {answer !== null && <Text size="sm">{verdict(answer)}</Text>}
    </div>
  );
}

function verdict(account: AccountState): string {
  return account.kind === 'connected' ? text.saved({ name: account.name ?? account.sid }) : text.notChecked;
}

function Forget() {
  const { run, busy } = useAction('account.forget');
  return (
    <div {...placeFor('forget')}>
      <ConfirmButton
        label={text.forget}
        title={text.forgetTitle}
        confirm={text.forgetConfirm}
        isLoss
        busy={busy}
        run={run}
      >
        <Text>{text.forgetText}</Text>
      </ConfirmButton>
    </div>
  );
}
