import type { Failure } from '../../../electron/contract/errors.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { ChangeLimit } from './ChangeLimit.tsx';
import { needsOtherCountry } from './otherCountry.ts';
import { InsteadButtons } from './SearchPreview.tsx';

interface OrderFailureProps {
  failure: Failure;
  country: string;
  setCountry: (country: string) => void;
  close: () => void;
}

/** Why there was no number, with a button that leads out of it where there is one. */
export function OrderFailure({ failure, country, setCountry, close }: OrderFailureProps) {
  const button =
    failure.code === 'SPEND_LIMIT' ? (
      <ChangeLimit before={close} />
    ) : needsOtherCountry(failure.code) ? (
      <InsteadButtons country={country} setCountry={setCountry} />
    ) : undefined;
  return <FailureAlert failure={failure}>{button}</FailureAlert>;
}
