import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { LeaseSort } from '../../state/leaseSort.ts';

interface ListChoice {
  sort: LeaseSort;
  setSort: (sort: LeaseSort) => void;
}

const ListChoiceContext = createContext<ListChoice>({ sort: 'code', setSort: () => undefined });

/** How the numbers are sorted; kept when the page is left. */
export function useListChoice(): ListChoice {
  return useContext(ListChoiceContext);
}

export function ListChoiceProvider({ children }: { children: ReactNode }) {
  const [sort, setSort] = useState<LeaseSort>('code');
  const choice = useMemo(() => ({ sort, setSort }), [sort]);
  return <ListChoiceContext value={choice}>{children}</ListChoiceContext>;
}
