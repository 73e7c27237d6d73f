import type { CaptureFaults } from './captureFaults.ts';
import type { Connection } from './connection.ts';
import type { Events } from './events.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Notices } from './notices.ts';
import { isOpen } from './numbers/lease.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Ledger } from './numbers/ledger.ts';
import type { Numbers } from './numbers/numbers.ts';
import type { Logger } from './ports.ts';
import type { View } from './view.ts';

export interface Subscribers {
  log: Logger;
  view: Pick<View, 'changed'>;
  notices: Notices;
  connection: Connection;
  faults: CaptureFaults;
  ledger: Ledger;
  book: LeaseBook;
  numbers: Numbers;
  lifecycle: Lifecycle;
}

/** Connects events across the rooms. Within a room, its own table does: see Numbers and Intake. */
export function subscribe(events: Events, parts: Subscribers): void {
  show(events, parts);
  tell(events, parts);
  act(events, parts);
}

/** What a person sees: the state, and the leases that changed. */
function show(events: Events, { book, view }: Subscribers): void {
  events.on('viewChanged', () => view.changed());
  events.on('cameIn', () => view.changed(process.nextTick));
  events.on('ledgerCommitted', ({ leases }) => {
    for (const id of leases) events.emit('lease', book.view(id));
  });
  events.on('leaseCodeChanged', (id) => events.emit('lease', book.view(id)));
}

/** Notices for a person that no request asked for. */
function tell(events: Events, { ledger, notices }: Subscribers): void {
  events.on('ledgerCommitted', ({ numbers }) => {
    for (const record of numbers.map((id) => ledger.number(id))) if (record) notices.numberChanged(record);
    if (!ledger.leases().some(({ life }) => isOpen(life))) notices.clockSet(null);
  });
  events.on('clockSet', (byMs) => notices.clockSet(byMs));
  events.on('clockDiffers', (aheadMs) => notices.clockDiffers(aheadMs));
  events.on('straysFound', (strays) => notices.strays(strays));
  events.on('numberDiverted', (number) => notices.diverted(number));
  events.on('poolTrouble', (reason) => notices.pool(reason));
  events.on('releaseTrouble', (number) => notices.releaseFails(number));
}

/** What the app does about it. */
function act(events: Events, { book, connection, faults, lifecycle, log, numbers }: Subscribers): void {
  events.on('leaseEnded', (id) => faults.leaseEnded(book.view(id).number));
  events.on('numberBought', () => void connection.verify());
  events.on('clockJumped', () => void lifecycle.wake());
  events.on('accountRecovered', () => void lifecycle.wake());
  events.on('ngrokAccepted', (token) => void lifecycle.keepNgrokToken(token));
  events.on('tokenRemoved', (name) => {
    numbers.leaseQueue.clear(name);
    numbers.leases.endAll({ holder: name }).catch((thrown: unknown) => log.error('Leases could not be ended.', thrown));
  });
}
