import { Button } from '@mantine/core';
import type { ErrorCode } from '../../../electron/contract/errors.ts';
import { usePlace } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';

/** Whether papers for the country get around this failure. */
export function needsPapers(code: ErrorCode): boolean {
  return code === 'REGULATORY_BUNDLE_REQUIRED' || code === 'ADDRESS_REQUIRED';
}

/** Leads to the papers of a country. `before` closes any dialog in front. */
export function ChoosePapers({ country, before }: { country: string; before?: () => void }) {
  const [, go] = usePlace();
  const leave = () => {
    before?.();
    go('papers', country);
  };
  return (
    <Button size="xs" variant="default" onClick={leave}>
      {strings.money.order.choosePapers}
    </Button>
  );
}
