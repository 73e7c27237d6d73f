import type { MoneySummary } from '../../../electron/contract/state.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { Fact, Facts } from '../../ui/Fact.tsx';
import { formatDay, formatMoney, formatTime } from '../../ui/format.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';

const text = strings.money.section;

/** The balance, the spending by our ledger and by Twilio's records, and the upcoming costs. */
export function MoneyFigures() {
  const client = useClient();
  const { numbersRevision, spending } = useAppState();
  const version = `${numbersRevision} ${spending.thisMonth.amount}`;
  const summary = useLoaded(() => client.call('money.summary'), 'summary', version);
  return (
    <>
      <LoadingLine loaded={summary} text={text.loading} />
      {summary.value !== null && <Figures summary={summary.value} />}
    </>
  );
}

function Figures({ summary }: { summary: MoneySummary }) {
  const { balance, today, thisMonth, monthly } = summary;
  return (
    <Facts>
      <Fact name={text.balance}>{balance === null ? text.unknown : formatMoney(balance)}</Fact>
      <Fact name={text.today}>{formatMoney(today)}</Fact>
      <Fact name={text.month}>{formatMoney(thisMonth)}</Fact>
      <Fact name={text.byTwilio}>{twilioText(summary)}</Fact>
      <Fact name={text.monthly}>{text.monthlyValue({ amount: formatMoney(monthly) })}</Fact>
      <Fact name={text.nextBill}>{billText(summary)}</Fact>
    </Facts>
  );
}

function twilioText({ byTwilio }: MoneySummary): string {
  if (byTwilio === null) return text.unknown;
  const amounts = text.byTwilioValue({
    phoneNumbers: formatMoney(byTwilio.phoneNumbers),
    total: formatMoney(byTwilio.total),
  });
  return `${amounts}, ${text.asOf({ time: formatTime(byTwilio.asOf) })}`;
}

function billText({ nextBill }: MoneySummary): string {
  if (nextBill === null) return text.noBill;
  return text.nextBillValue({
    day: formatDay(nextBill.at),
    amount: formatMoney(nextBill.amount),
    count: nextBill.numbers,
  });
}
