import { memo } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { manyLeases } from '../../state/leaseList.ts';
import { strings } from '../../ui/strings.ts';
import { useDomOrder } from '../../ui/useDomOrder.ts';
import { LeaseCard } from './LeaseCard.tsx';
import { useCalm } from './useCalm.ts';

/** An unchanged lease is the same object, so its card is not drawn again. */
const Card = memo(LeaseCard);

/** From so many numbers in use on, they are a list. */
const listedFrom = 5;

interface CurrentLeasesProps {
  leases: Lease[];
  /** How many are in use, those that the filter leaves out among them. */
  count: number;
  revealed: Revealed | null;
}

/** The numbers in use: cards, or a dense list once there are several. */
export function CurrentLeases({ leases, count, revealed }: CurrentLeasesProps) {
  const box = useDomOrder<HTMLDivElement>(leases.map(({ id }) => id));
  const isListed = useCalm(count >= listedFrom, box);
  if (leases.length === 0) return null;
  const kinds = [isListed ? 'leases-listed' : 'leases', ...(leases.length >= manyLeases ? ['many-leases'] : [])];
  return (
    <section aria-label={strings.numbers.current}>
      <div ref={box} className={kinds.join(' ')}>
        {leases.toSorted(byId).map((lease) => (
          <Card
            key={lease.id}
            lease={lease}
            revealed={revealed?.leaseId === lease.id ? revealed : null}
            isListed={isListed}
          />
        ))}
      </div>
    </section>
  );
}

function byId(a: Lease, b: Lease): number {
  return a.id < b.id ? -1 : 1;
}
