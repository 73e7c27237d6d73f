import { appError, type AppError } from '../../contract/errors.ts';
import { numbers } from '../../contract/sentences/numbers.ts';
import { phrases, type Sentence } from '../../contract/sentences/sentence.ts';
import type { Policy, Settings } from '../../contract/settings.ts';
import type { Prices } from '../money/prices.ts';
import type { Clock, PurchasedNumber, SmsSettings, Telephony } from '../ports.ts';
import { holdingOnAccount } from './adopt.ts';
import { entryOf } from './entries.ts';
import type { Ledger } from './ledger.ts';
import { markOf, type NumberRecord } from './number.ts';
import { leavePool } from './pool.ts';
import { plainWebhook, pointTo } from './reroute.ts';
import type { Logger } from '../ports.ts';

const say = phrases(numbers);

export interface CustodyDeps {
  ledger: Ledger;
  prices: Prices;
  clock: Clock;
  log: Logger;
  newId(): string;
  settings(): Settings;
  /** The pool is wanted smaller: it is not to buy again what was given back by hand. */
  setPoolSize(size: number): void;
  session(): { accountSid: string; telephony: Telephony };
  webhookUrl(): string | null;
  endLease(id: string): Promise<unknown>;
  release(numberId: string): void;
  /** Numbers have come or gone, or their policy is another. */
  onChanged(): void;
}

/** What a person does to single numbers: give back, take over, let go, keep otherwise. */
export class Custody {
  #deps: CustodyDeps;

  constructor(deps: CustodyDeps) {
    this.#deps = deps;
  }

  /** Gives a number back now. Rejects with NOT_FOUND, and with CONFLICT for one that OTP Dock never bought nor took over. */
  async release(sid: string): Promise<void> {
    const { ledger, endLease, release, onChanged } = this.#deps;
    const record = ledger.numberBySid(sid) ?? (await this.#strayRecord(sid));
    const lease = ledger.openLeaseOf(record);
    if (lease) await endLease(lease.id);
    leavePool(this.#deps, record);
    release(record.id);
    onChanged();
  }

  /** Rejects with NOT_FOUND; with CONFLICT when the number is in the ledger, or calls another webhook and `replaceWebhook` is false. */
  async takeOver(sid: string, replaceWebhook: boolean): Promise<void> {
    const { ledger, webhookUrl, onChanged } = this.#deps;
    if (ledger.numberBySid(sid)) throw conflict(say.inLedger, say.inLedgerHint);
    const number = await this.#onAccount(sid);
    if (goesElsewhere(number, webhookUrl()) && !replaceWebhook) throw webhookInUse(number);
    const record = await this.#newRecord(number, 'takenOver');
    const entry = entryOf('takenOver', record, { at: record.createdAt });
    await ledger.commit({ numbers: [record], entries: [entry] });
    const url = webhookUrl();
    if (url !== null) await pointTo({ ...this.#deps, telephony: this.#deps.session().telephony }, record.id, url);
    onChanged();
  }

  /** Puts back what a number had before it was taken over. Rejects with NOT_FOUND or CONFLICT, or when Twilio does not take it. */
  async letGo(sid: string): Promise<void> {
    const { clock, ledger, onChanged } = this.#deps;
    const record = this.#known(sid);
    if (record.origin !== 'takenOver' || record.life.state !== 'owned') {
      throw conflict(say.notTakenOver, say.notTakenOverHint);
    }
    if (ledger.openLeaseOf(record)) throw conflict(say.leased, say.leasedHint);
    // No lease may take it meanwhile.
    await ledger.changeNumber(record.id, { type: 'leased' });
    try {
      await this.#putBack(sid, record.life.holding.before);
    } catch (thrown) {
      await ledger.changeNumber(record.id, { type: 'idle', at: clock.now() });
      throw thrown;
    }
    const at = clock.now();
    await ledger.changeNumber(record.id, { type: 'gone', at, how: 'letGo' }, entryOf('letGo', record, { at }));
    onChanged();
  }

  // What is there is asked first: the app may have died between changing it and writing that down.
  async #putBack(sid: string, before: SmsSettings | null): Promise<void> {
    const live = await this.#onAccount(sid);
    const changed = before ? differing(before, live.sms) : {};
    if (Object.keys(changed).length > 0) await this.#deps.session().telephony.setSmsSettings(sid, changed);
  }

  /** What is to happen while nobody leases it. Rejects with NOT_FOUND, and with CONFLICT for a number that was taken over. */
  async setPolicy(sid: string, policy: Policy): Promise<void> {
    const record = this.#known(sid);
    assertOwn(record, policy);
    if (policy !== 'keep') leavePool(this.#deps, record);
    await this.#deps.ledger.commit({ numbers: [{ ...record, policy }] });
    this.#deps.onChanged();
  }

  #known(sid: string): NumberRecord {
    const record = this.#deps.ledger.numberBySid(sid);
    if (record) return record;
    throw appError('NOT_FOUND', say.notInLedger({ sid }), say.listNumbers);
  }

  async #onAccount(sid: string): Promise<PurchasedNumber> {
    const number = await this.#deps.session().telephony.ownedNumber(sid);
    if (number) return number;
    throw appError('NOT_FOUND', say.notOnAccount({ sid }), say.listNumbers);
  }

  /** A number that another OTP Dock bought enters the ledger, so that its release is not forgotten. */
  async #strayRecord(sid: string): Promise<NumberRecord> {
    const number = await this.#onAccount(sid);
    if (!markOf(number.friendlyName)) {
      throw conflict(say.notOurs, say.notOursHint);
    }
    const record = await this.#newRecord(number, 'recovered');
    const entry = entryOf('recovered', record, { at: record.createdAt });
    await this.#deps.ledger.commit({ numbers: [record], entries: [entry] });
    return record;
  }

  async #newRecord(number: PurchasedNumber, origin: NumberRecord['origin']): Promise<NumberRecord> {
    const { clock, newId, prices, session } = this.#deps;
    const now = clock.now();
    const { country, holding } = await holdingOnAccount(number, prices, now);
    const before = origin === 'takenOver' ? number.sms : null;
    return {
      id: newId(),
      account: session().accountSid,
      friendlyName: number.friendlyName,
      origin,
      policy: 'keep',
      country,
      leaseId: null,
      leases: 0,
      createdAt: now,
      life: { state: 'owned', holding: { ...holding, before }, idleSince: now },
    };
  }
}

/** Throws CONFLICT: a number that was somebody's before is given back by hand only. */
export function assertOwn({ origin }: NumberRecord, policy: Policy): void {
  if (origin !== 'takenOver' || policy === 'keep') return;
  throw conflict(say.before, say.beforeHint);
}

function goesElsewhere({ sms }: PurchasedNumber, own: string | null): boolean {
  return sms.smsApplicationSid !== '' || (sms.smsUrl !== '' && sms.smsUrl !== own);
}

function webhookInUse(number: PurchasedNumber): AppError {
  return conflict(goingElsewhere(number), say.goesElsewhereHint);
}

function goingElsewhere({ phoneNumber, smsUrl, sms }: PurchasedNumber): Sentence {
  if (sms.smsApplicationSid) return say.goesToApplication({ number: phoneNumber, sid: sms.smsApplicationSid });
  const url = plainWebhook(smsUrl);
  return url === null ? say.goesToOther({ number: phoneNumber }) : say.goesTo({ number: phoneNumber, url });
}

/** What has to be written to have what was there before: that alone, as Twilio takes an empty text for a change. */
function differing(before: SmsSettings, now: SmsSettings): Partial<SmsSettings> {
  const names = Object.keys(before) as (keyof SmsSettings)[];
  return Object.fromEntries(names.filter((name) => before[name] !== now[name]).map((name) => [name, before[name]]));
}

function conflict(message: Sentence, hint: Sentence): AppError {
  return appError('CONFLICT', message, hint);
}
