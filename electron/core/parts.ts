import { Activity } from './activity.ts';
import { Audit } from './audit.ts';
import { CaptureFaults } from './captureFaults.ts';
import { CodeFinder } from './codeFinder.ts';
import { Connection } from './connection.ts';
import { Events } from './events.ts';
import { HostView } from './hostView.ts';
import { Inbox } from './inbox.ts';
import { Intake } from './intake.ts';
import { Keyring } from './keyring.ts';
import { Lifecycle } from './lifecycle.ts';
import { Notices } from './notices.ts';
import { LeaseBook } from './numbers/leaseBook.ts';
import { Ledger } from './numbers/ledger.ts';
import { Numbers } from './numbers/numbers.ts';
import type { Ports } from './ports.ts';
import { Preferences } from './preferences.ts';
import { Reception } from './reception.ts';
import { Retention } from './retention.ts';
import { EndedSessions } from './sharing/endedSessions.ts';
import { Tokens } from './sharing/tokens.ts';
import { subscribe } from './subscriptions.ts';
import { View } from './view.ts';
import { Waiters } from './waiters.ts';

/** The parts of the core, put together around the ports to the outside world. */
export class Parts {
  readonly events = new Events();
  readonly activity = new Activity(this.events);
  readonly host: HostView;
  readonly keyring: Keyring;
  readonly notices: Notices;
  readonly codes: CodeFinder;
  readonly preferences: Preferences;
  readonly tokens: Tokens;
  readonly endedSessions: EndedSessions;
  readonly ledger: Ledger;
  readonly book: LeaseBook;
  readonly audit: Audit;
  readonly connection: Connection;
  readonly faults: CaptureFaults;
  readonly inbox: Inbox;
  readonly numbers: Numbers;
  readonly intake: Intake;
  readonly retention: Retention;
  readonly waiters: Waiters;
  readonly lifecycle: Lifecycle;
  readonly view: View;

  constructor(ports: Ports) {
    const { events } = this;
    const { clock, history, log } = ports;
    const seen = () => events.emit('viewChanged');

    this.host = new HostView(ports, seen);
    this.keyring = new Keyring(ports.secrets, ports.environment, log);
    this.notices = new Notices(seen, log);
    this.codes = new CodeFinder(log);
    this.preferences = new Preferences(ports, this.notices, (settings) => {
      this.codes.use(settings.rules);
      seen();
    });
    this.tokens = new Tokens(history, events);
    this.endedSessions = new EndedSessions(history);

    this.ledger = new Ledger(ports, this.preferences, events);
    this.book = new LeaseBook(this.ledger, events);
    this.connection = new Connection({
      ...{ ports, keyring: this.keyring, book: this.book, events },
      delegate: {
        isBusy: () => this.numbers.isBusy(),
        sessionChanged: (session) => this.lifecycle.sessionChanged(session),
        capture: {
          take: (sms) => this.inbox.receive(sms, 'capture'),
          owns: (number) => this.ledger.owns(number),
          faultsChanged: seen,
        },
      },
    });
    this.faults = new CaptureFaults(this.connection);
    this.audit = new Audit({ ports, ledger: this.ledger, sessions: this.connection });
    const { preferences, connection, ledger, book } = this;
    const shared = { ports, preferences, sessions: connection, ledger, book, events };
    const reception = new Reception({ ...shared, keyring: this.keyring, instance: ports.newId() });
    this.inbox = new Inbox({ ...shared, codes: this.codes });
    this.numbers = new Numbers({ ...shared, tokens: this.tokens, webhook: reception, inbox: this.inbox });
    this.intake = new Intake({ ...shared, inbox: this.inbox, reception });
    this.retention = new Retention({ ports, preferences, connection, inbox: this.inbox });
    const account = () => connection.session().accountSid;
    this.waiters = new Waiters({ book, clock, events, history, account, paused: () => this.intake.paused });
    this.lifecycle = new Lifecycle({ ...this, ports, events });
    this.view = new View(this, (state, change) => {
      events.emit('state', state);
      events.emit('stateChanged', change);
    });
    subscribe(events, { ...this, log });
  }
}
