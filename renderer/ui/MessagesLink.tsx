import type { ReactNode } from 'react';
import { numberAddress } from '../state/usePlace.ts';
import { strings } from './strings.ts';

/** Leads to the messages of a number; of anything else than E.164, it is only the text. */
export function MessagesLink({ number, children }: { number: string; children: ReactNode }) {
  const address = numberAddress(number);
  return address === null ? (
    children
  ) : (
    <a className="messages-link" href={address} title={strings.palette.messages}>
      {children}
    </a>
  );
}
