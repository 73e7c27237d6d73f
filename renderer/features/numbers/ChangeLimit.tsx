import { Button } from '@mantine/core';
import { usePlace } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';

/** The way out of SPEND_LIMIT. `before` closes any dialog in front. */
export function ChangeLimit({ before }: { before?: () => void }) {
  const [, go] = usePlace();
  const leave = () => {
    before?.();
    go('settings', 'money');
  };
  return (
    <Button size="xs" variant="default" onClick={leave}>
      {strings.money.order.changeLimit}
    </Button>
  );
}
