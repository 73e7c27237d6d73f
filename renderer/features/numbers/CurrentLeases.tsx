import { SimpleGrid } from '@mantine/core';
import { memo } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { manyLeases } from '../../state/leaseList.ts';
import { strings } from '../../ui/strings.ts';
import { useDomOrder } from '../../ui/useDomOrder.ts';
import './currentLeases.css';
import { LeaseCard } from './LeaseCard.tsx';

/** An unchanged lease is the same object, so its card is not drawn again. */
const Card = memo(LeaseCard);

export function CurrentLeases({ leases, revealed }: { leases: Lease[]; revealed: Revealed | null }) {
  const box = useDomOrder<HTMLDivElement>(leases.map(({ id }) => id));
  if (leases.length === 0) return null;
  return (
    <section aria-label={strings.numbers.current}>
      <SimpleGrid
        ref={box}
        cols={{ base: 1, md: 2 }}
        {...(leases.length >= manyLeases && { className: 'many-leases' })}
      >
        {leases.toSorted(byId).map((lease) => (
          <Card key={lease.id} lease={lease} revealed={revealed?.leaseId === lease.id ? revealed : null} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function byId(a: Lease, b: Lease): number {
  return a.id < b.id ? -1 : 1;
}
