import { Badge } from '@mantine/core';
import type { AccountState } from '../../electron/contract/state.ts';
import { SpendingLine } from '../features/money/SpendingLine.tsx';
import { AccountFailed } from '../features/onboarding/AccountFailed.tsx';
import { TunnelProblem, WayBadge } from '../features/reception/WayBadge.tsx';
import { useSelected } from '../state/context.ts';
import { formatMoney } from '../ui/format.ts';
import { strings } from '../ui/strings.ts';

const text = strings.account;

/** The account, its balance, the spending, and how SMS get here. Shown in every place. */
export function AccountPanel() {
  const account = useSelected((state) => state.account);
  const demo = useSelected((state) => state.demo);
  const team = useSelected(({ desktop }) => desktop?.team?.url);
  const isCapturing = useSelected(({ capture }) => capture !== null);
  return (
    <section className="account" aria-label={text.panel}>
      {team !== undefined && <p className="break">{strings.team.panel({ host: new URL(team).host })}</p>}
      {isCapturing ? (
        <b>{strings.capture.label}</b>
      ) : (
        <>
          <Account account={account} demo={demo} />
          <SpendingLine />
          <WayBadge />
        </>
      )}
    </section>
  );
}

function Account({ account, demo }: { account: AccountState; demo: boolean }) {
  if (account.kind === 'checking') return <p>{strings.onboarding.checking}</p>;
  if (account.kind === 'failed') return <p className="break">{strings.onboarding.checkingSid({ sid: account.sid })}</p>;
  if (account.kind !== 'connected') return <p>{demo ? text.demo : text.none}</p>;
  return (
    <p className="account-who">
      <b className="break">{account.name ?? account.sid}</b>
      {account.balance !== null && (
        <span className="tabular">{text.balance({ amount: formatMoney(account.balance) })}</span>
      )}
      {account.trial && <Badge variant="default">{text.trial}</Badge>}
    </p>
  );
}

/** Problems with the account or with receiving SMS, and what to do about them. One outage is told once. */
export function Troubles() {
  const account = useSelected((state) => state.account);
  const source = useSelected(({ credentials }) => credentials.source);
  const tunnel = useSelected((state) => state.tunnel.problem);
  // Without a network, neither Twilio nor the tunnel can be reached.
  const isOne = account.kind === 'failed' && account.error.retryable && tunnel?.retryable === true;
  return (
    <>
      {!isOne && <TunnelProblem />}
      {account.kind === 'failed' && <AccountFailed error={account.error} source={source} />}
    </>
  );
}
