import { useState } from 'react';
import type { FirstChoice } from './order.ts';

interface OrderDialog {
  /** null while closed; a new id makes a new dialog. */
  dialog: { id: number; first: FirstChoice } | null;
  newNumber: (first?: FirstChoice) => void;
  close: () => void;
}

/** The dialog for a new number. A specific request starts it afresh; a general one leaves an open dialog alone. */
export function useOrderDialog(opened?: FirstChoice): OrderDialog {
  const [dialog, setDialog] = useState<OrderDialog['dialog']>(opened ? { id: 0, first: opened } : null);
  const newNumber = (first: FirstChoice = {}) =>
    setDialog((now) => {
      if (now !== null && Object.keys(first).length === 0) return now;
      return { id: (now?.id ?? 0) + 1, first };
    });
  return { dialog, newNumber, close: () => setDialog(null) };
}
