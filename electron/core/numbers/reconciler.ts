import { toFailure } from '../../contract/errors.ts';
import type { Policy } from '../../contract/settings.ts';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import { orInterrupted } from '../interrupted.ts';
import type { Prices } from '../money/prices.ts';
import type { Cancel, CorePorts, LedgerChange, PurchasedNumber, Telephony } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import type { WebhookAddress } from '../reception.ts';
import { holdingOnAccount } from './adopt.ts';
import { entryOf } from './entries.ts';
import type { Leases } from './leases.ts';
import type { Ledger } from './ledger.ts';
import { holdingOf, isOwned, markOf, type NumberRecord } from './number.ts';
import { differences, type Differences } from './reconcile.ts';
import { english } from '../../contract/words/english.ts';

/**
 * The wait for a second look after the start: Twilio may have been working on a purchase when an earlier run died. Also
 * the wait when the account did not answer.
 */
const soonMs = 60_000;
const everyMs = 300_000;

export interface ReconcilerDeps {
  ports: CorePorts;
  preferences: Preferences;
  sessions: Sessions;
  webhook: WebhookAddress;
  ledger: Ledger;
  prices: Prices;
  leases: Pick<Leases, 'end'>;
  events: Events;
}

/** Compares the ledger with the account, so that no number that costs money is forgotten. */
export class Reconciler {
  #deps: ReconcilerDeps;
  #timer: Cancel = () => undefined;
  #running: Promise<void> | null = null;
  #stopped = true;
  #stop = new AbortController();

  constructor(deps: ReconcilerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopped = false;
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    void this.#tick(soonMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#timer();
    this.#stop.abort();
  }

  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  /** Compares now. Rejects with the account's AppError. */
  reconcile(): Promise<void> {
    return (this.#running ??= this.#compare().finally(() => (this.#running = null)));
  }

  /** Compares now, after a sleep; tries again soon if the account does not answer. Never rejects. */
  wake(): Promise<void> {
    return this.#tick(everyMs);
  }

  async #tick(nextMs: number): Promise<void> {
    const compared = await this.#tryToCompare();
    if (this.#stopped) return;
    this.#timer();
    this.#timer = this.#deps.ports.clock.after(compared ? nextMs : soonMs, () => void this.#tick(everyMs));
  }

  async #tryToCompare(): Promise<boolean> {
    try {
      await this.reconcile();
      return true;
    } catch (thrown) {
      const message = english(toFailure(thrown).message);
      if (!this.#stopped) this.#deps.ports.log.warn(`The numbers on the account could not be compared: ${message}`);
      return false;
    }
  }

  async #compare(): Promise<void> {
    const { events, ledger, preferences, sessions } = this.#deps;
    const { telephony, accountSid } = sessions.session();
    const installation = await preferences.installation();
    const before = ledger.numbers();
    const listed = await orInterrupted(telephony.ownedNumbers(), this.#stop.signal);
    const records = await this.#recordsOf(accountSid, listed);
    if (sessions.session().accountSid !== accountSid) return;
    const found = differences(listed, before, (id) => ledger.number(id) ?? records.get(id) ?? null, installation);
    await this.#settle(found, telephony);
    await this.#noteWebhooks(before, listed);
    events.emit('straysFound', found.strays);
    events.emit('numbersChanged');
  }

  // What changed here during the request is newer than the list.
  async #noteWebhooks(before: NumberRecord[], listed: PurchasedNumber[]): Promise<void> {
    const { events, ledger, webhook } = this.#deps;
    const { log } = this.#deps.ports;
    let changed = false;
    const onAccount = new Map(listed.map((number) => [number.sid, number.smsUrl]));
    for (const { id, life } of before) {
      if (!isOwned(life) || ledger.number(id)?.life !== life) continue;
      const { number, numberSid, smsUrl } = life.holding;
      const found = onAccount.get(numberSid);
      if (found === undefined || found === smsUrl) continue;
      const diverted = found === null ? smsUrl !== null : !webhook.givenUrls().includes(found);
      if (diverted) {
        log.warn(`Somebody else has changed where messages to ${number} go; they are read from Twilio's list.`);
        events.emit('numberDiverted', number);
      }
      await ledger.changeNumber(id, { type: 'rerouted', smsUrl: found, diverted });
      changed = true;
    }
    if (changed) events.emit('webhooksChanged');
  }

  // Finished records are not in memory.
  async #recordsOf(account: string, listed: PurchasedNumber[]): Promise<Map<string, NumberRecord>> {
    const { ledger } = this.#deps;
    const { history } = this.#deps.ports;
    const records = new Map<string, NumberRecord>();
    for (const { sid, friendlyName } of listed) {
      if (ledger.numberBySid(sid)) continue;
      const id = markOf(friendlyName)?.id;
      const record = id === undefined || ledger.number(id) ? null : await history.numberById(account, id);
      if (record) records.set(record.id, record);
    }
    return records;
  }

  async #settle({ returned, lost, doubled, missing }: Differences, telephony: Telephony): Promise<void> {
    for (const { record, number } of returned) await this.#takeBack(record, number);
    for (const { record, number } of doubled) await this.#adopt(number, record.policy, 'purchase');
    for (const number of lost) await this.#adopt(number, 'renewal', 'recovered');
    for (const record of missing) if (await this.#isGone(record, telephony)) await this.#close(record);
  }

  /** A purchase that was thought to have failed, or a release that Twilio forgot. */
  async #takeBack(record: NumberRecord, number: PurchasedNumber): Promise<void> {
    const { ledger } = this.#deps;
    const { clock, log } = this.#deps.ports;
    const now = clock.now();
    log.warn(
      `${number.phoneNumber} is on the account although it was not expected there; its policy is ${record.policy}.`,
    );
    const { holding } = await orInterrupted(holdingOnAccount(number, this.#deps.prices, now), this.#stop.signal);
    const kept = {
      ...record,
      life: { state: 'idle', holding, since: now, rest: null },
    } as const satisfies NumberRecord;
    const wasBought = record.life.state === 'released';
    const lease = record.leaseId === null ? null : ledger.lease(record.leaseId);
    await ledger.commit({
      numbers: [kept],
      entries: wasBought ? [] : [entryOf('purchase', kept, { at: now, lease, amount: holding.monthlyPrice })],
    });
  }

  async #adopt(number: PurchasedNumber, policy: Policy, kind: 'purchase' | 'recovered'): Promise<void> {
    const { ledger, prices, sessions } = this.#deps;
    const { clock, log, newId } = this.#deps.ports;
    const now = clock.now();
    log.warn(
      `${number.phoneNumber} was bought by this OTP Dock and is not in its ledger; its policy is ${policy} now.`,
    );
    const { country, holding } = await orInterrupted(holdingOnAccount(number, prices, now), this.#stop.signal);
    const record: NumberRecord = {
      id: newId(),
      account: sessions.session().accountSid,
      friendlyName: number.friendlyName,
      origin: 'recovered',
      policy,
      country,
      leaseId: null,
      // What it served before is unknown.
      leases: 1,
      createdAt: now,
      life: { state: 'idle', holding, since: now, rest: null },
    };
    const amount = kind === 'purchase' ? holding.monthlyPrice : null;
    await ledger.commit({ numbers: [record], entries: [entryOf(kind, record, { at: now, amount })] });
    this.#deps.events.emit('numberRecovered', holding.boughtAt);
  }

  // Something in between may have cut the list short: ask the account for this very number.
  async #isGone({ id, life }: NumberRecord, telephony: Telephony): Promise<boolean> {
    const sid = holdingOf(life)?.numberSid ?? '';
    if (this.#deps.ledger.number(id)?.life !== life) return false;
    return (await orInterrupted(telephony.ownedNumber(sid), this.#stop.signal)) === null;
  }

  async #close(record: NumberRecord): Promise<void> {
    const { leases, ledger } = this.#deps;
    const { clock, log } = this.#deps.ports;
    const lease = ledger.openLeaseOf(record);
    if (lease) await leases.end(lease.id);
    const at = clock.now();
    const how = record.life.state === 'releasing' ? 'released' : 'vanished';
    const after = ledger.numberAfter(record.id, { type: 'gone', at, how });
    if (!after) return;
    const change: LedgerChange = { numbers: [after], entries: [entryOf(how, after, { at, lease })] };
    await ledger.commit(change);
    if (how === 'vanished') log.warn(`${holdingOf(record.life)?.number} is no longer on the account.`);
  }
}
