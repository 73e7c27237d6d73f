import type { Connection } from './connection.ts';
import type { Events } from './events.ts';
import type { Keyring } from './keyring.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Notices } from './notices.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Numbers } from './numbers/numbers.ts';
import type { Logger } from './ports.ts';
import type { Store } from './store.ts';

export interface Subscribers {
  log: Logger;
  store: Store;
  notices: Notices;
  keyring: Keyring;
  connection: Connection;
  book: LeaseBook;
  numbers: Numbers;
  lifecycle: Lifecycle;
}

/** What follows from what, across the rooms. Within a room its own table says it: see Numbers and Intake. */
export function subscribe(events: Events, parts: Subscribers): void {
  show(events, parts);
  tell(events, parts);
  act(events, parts);
}

/** What a person sees: the state, and the leases that changed. */
function show(events: Events, { book, connection, keyring, numbers, store }: Subscribers): void {
  const showNumbers = () => store.update(numbers.view());
  const numbersChanged = () => store.update({ numbersRevision: store.get().numbersRevision + 1 });
  events.on('ledgerCommitted', ({ leases, numbers: changed }) => {
    for (const id of leases) events.emit('lease', book.view(id));
    showNumbers();
    if (changed.length > 0) numbersChanged();
  });
  events.on('leaseCodeChanged', (id) => {
    events.emit('lease', book.view(id));
    store.update({ leases: book.views() });
  });
  events.on('charged', showNumbers);
  events.on('waitingChanged', showNumbers);
  events.on('numbersTended', showNumbers);
  events.on('numbersChanged', numbersChanged);
  events.on('messagesInView', (messages) => store.update({ messages }));
  events.on('accountChanged', (account) =>
    store.update({ account, demo: connection.current()?.demo != null, credentials: keyring.state() }),
  );
  events.on('viewChanged', (patch) => store.update(patch));
}

/** What a person is told that no request asked for. */
function tell(events: Events, { notices }: Subscribers): void {
  events.on('clockSet', (byMs) => notices.clockSet(byMs));
  events.on('clockDiffers', (aheadMs) => notices.clockDiffers(aheadMs));
  events.on('straysFound', (strays) => notices.strays(strays));
  events.on('numberDiverted', (number) => notices.diverted(number));
  events.on('poolTrouble', (reason) => notices.pool(reason));
  events.on('releaseTrouble', (number) => notices.releaseFails(number));
}

/** What the app does about it. */
function act(events: Events, { connection, lifecycle, log, numbers }: Subscribers): void {
  events.on('numberBought', () => void connection.verify());
  events.on('clockJumped', () => void lifecycle.wake());
  events.on('accountRecovered', () => void lifecycle.wake());
  events.on('ngrokAccepted', (token) => void lifecycle.keepNgrokToken(token));
  events.on('tokenRemoved', (name) => {
    numbers.desk.clear(name);
    numbers.leases.endAll({ holder: name }).catch((thrown: unknown) => log.error('Leases could not be ended.', thrown));
  });
}
