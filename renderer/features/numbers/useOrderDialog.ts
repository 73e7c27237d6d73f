import { useState } from 'react';
import type { FirstChoice } from './order.ts';

interface OrderDialog {
  /** null while it is closed; another id is another dialog. */
  dialog: { id: number; first: FirstChoice } | null;
  newNumber: (first?: FirstChoice) => void;
  close: () => void;
}

/** The dialog for a new number. What asks for a certain one begins anew; what asks for any leaves an open one as it is. */
export function useOrderDialog(opened?: FirstChoice): OrderDialog {
  const [dialog, setDialog] = useState<OrderDialog['dialog']>(opened ? { id: 0, first: opened } : null);
  const newNumber = (first: FirstChoice = {}) =>
    setDialog((now) => {
      if (now !== null && Object.keys(first).length === 0) return now;
      return { id: (now?.id ?? 0) + 1, first };
    });
  return { dialog, newNumber, close: () => setDialog(null) };
}
