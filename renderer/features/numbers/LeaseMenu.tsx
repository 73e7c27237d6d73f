import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import { later } from '../../ui/later.ts';
import { MoreButton } from './MoreButton.tsx';

export const leaseMenu = () => import('./LeaseMenuOpen.tsx');
const LeaseMenuOpen = later(async () => (await leaseMenu()).LeaseMenuOpen);

export interface LeaseMenuProps {
  lease: Lease;
  isRow: boolean;
  /** Shows a row of the list as a card, and back; null where it is one anyway. */
  unfold: { isOpen: boolean; toggle: () => void } | null;
}

/** What is needed less often; for a row of the list, everything but copying. Until it is asked for, only its button. */
export function LeaseMenu(props: LeaseMenuProps) {
  const [asked, { open }] = useDisclosure(false);
  const button = <MoreButton aria-haspopup="menu" aria-expanded={false} onClick={open} />;
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <LeaseMenuOpen {...props} />
    </Suspense>
  );
}
