import { Text } from '@mantine/core';
import type { Money } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { limitUse, type LimitUse } from '../../ui/decimal.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.money.spending;

/** What numbers cost today and this month, next to any limits that are set. */
export function SpendingLine() {
  const spending = useSelected((state) => state.spending);
  const settings = useSelected((state) => state.settings);
  return (
    <Text component="a" href="#spending" className="spending" size="sm" c="dimmed">
      <span className="spent">
        {text.today} <Spent spent={spending.today} limit={settings.limitPerDay} /> ·
      </span>{' '}
      <span className="spent">
        {text.month} <Spent spent={spending.thisMonth} limit={settings.limitPerMonth} />
      </span>
    </Text>
  );
}

const warnings: Record<LimitUse, string | null> = { fine: null, near: text.near, reached: text.reached };

function Spent({ spent, limit }: { spent: Money; limit: string | null }) {
  if (limit === null) return <b>{formatMoney(spent)}</b>;
  const warning = warnings[limitUse(spent.amount, limit)];
  const amounts = text.of({
    spent: formatMoney(spent),
    limit: formatMoney({ amount: limit, currency: spent.currency }),
  });
  if (warning === null) return <b>{amounts}</b>;
  return (
    <b className="spending-warning">
      {amounts} ({warning})
    </b>
  );
}
