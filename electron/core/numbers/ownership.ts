import { appError, type AppError } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Policy } from '../../contract/settings.ts';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import type { Prices } from '../money/prices.ts';
import type { CorePorts, PurchasedNumber, SmsSettings } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import type { WebhookAddress } from '../reception.ts';
import { holdingOnAccount } from './adopt.ts';
import { entryOf } from './entries.ts';
import type { Leases } from './leases.ts';
import type { Ledger } from './ledger.ts';
import { isOwned, markOf, type NumberRecord } from './number.ts';
import { leavePool } from './pool.ts';
import type { Releaser } from './releaser.ts';
import { plainWebhook, pointTo } from './reroute.ts';

const say = phrases.numbers;

export interface OwnershipDeps {
  ports: CorePorts;
  preferences: Preferences;
  sessions: Sessions;
  webhook: WebhookAddress;
  ledger: Ledger;
  prices: Prices;
  leases: Pick<Leases, 'end'>;
  releaser: Pick<Releaser, 'release'>;
  events: Events;
}

/** What a person does with single numbers: give back, take over, let go, set policy. */
export class Ownership {
  #deps: OwnershipDeps;

  constructor(deps: OwnershipDeps) {
    this.#deps = deps;
  }

  /** Gives a number back now. Rejects with NOT_FOUND, or CONFLICT if OTP Dock neither bought it nor took it over. */
  async release(sid: string): Promise<void> {
    const { events, leases, ledger, releaser } = this.#deps;
    const record = ledger.numberBySid(sid) ?? (await this.#strayRecord(sid));
    const lease = ledger.openLeaseOf(record);
    if (lease) await leases.end(lease.id);
    await leavePool(this.#deps, record);
    releaser.release(record.id);
    events.emit('numbersChanged');
  }

  /** Rejects with NOT_FOUND, or CONFLICT if it is in the ledger, or calls another webhook without `replaceWebhook`. */
  async takeOver(sid: string, replaceWebhook: boolean): Promise<void> {
    const { events, ledger, webhook } = this.#deps;
    if (ledger.numberBySid(sid)) throw conflict(say.inLedger, say.inLedgerHint);
    const number = await this.#onAccount(sid);
    if (goesElsewhere(number, webhook.webhookUrl()) && !replaceWebhook) throw webhookInUse(number);
    const record = await this.#newRecord(number, 'takenOver');
    const entry = entryOf('takenOver', record, { at: record.createdAt });
    await ledger.commit({ numbers: [record], entries: [entry] });
    const url = webhook.webhookUrl();
    if (url !== null) await pointTo(this.#deps, record.id, url);
    events.emit('numbersChanged');
  }

  /** Restores the settings from before it was taken over. Rejects with NOT_FOUND, CONFLICT, or Twilio's refusal. */
  async letGo(sid: string): Promise<void> {
    const { events, ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    const record = this.#known(sid);
    if (record.origin !== 'takenOver' || !isOwned(record.life)) {
      throw conflict(say.notTakenOver, say.notTakenOverHint);
    }
    if (ledger.openLeaseOf(record)) throw conflict(say.leased, say.leasedHint);
    const rest = record.life.state === 'idle' ? record.life.rest : null;
    // So that no lease takes it now.
    await ledger.changeNumber(record.id, { type: 'leased' });
    try {
      await this.#putBack(sid, record.life.holding.before);
    } catch (thrown) {
      await ledger.changeNumber(record.id, { type: 'idle', at: clock.now(), rest });
      throw thrown;
    }
    const at = clock.now();
    await ledger.changeNumber(record.id, { type: 'gone', at, how: 'letGo' }, entryOf('letGo', record, { at }));
    events.emit('numbersChanged');
  }

  // Reads the settings first: the app may have died between changing them and noting it.
  async #putBack(sid: string, before: SmsSettings | null): Promise<void> {
    const live = await this.#onAccount(sid);
    const changed = before ? differing(before, live.sms) : {};
    if (Object.keys(changed).length > 0) await this.#deps.sessions.session().telephony.setSmsSettings(sid, changed);
  }

  /** Sets what happens while nobody leases it. Rejects with NOT_FOUND, or CONFLICT if the number was taken over. */
  async setPolicy(sid: string, policy: Policy): Promise<void> {
    const record = this.#known(sid);
    assertOwn(record, policy);
    if (policy !== 'keep') await leavePool(this.#deps, record);
    await this.#deps.ledger.commit({ numbers: [{ ...this.#known(sid), policy }] });
    this.#deps.events.emit('numbersChanged');
  }

  #known(sid: string): NumberRecord {
    const record = this.#deps.ledger.numberBySid(sid);
    if (record) return record;
    throw appError('NOT_FOUND', say.notInLedger({ sid }), say.listNumbers);
  }

  async #onAccount(sid: string): Promise<PurchasedNumber> {
    const number = await this.#deps.sessions.session().telephony.ownedNumber(sid);
    if (number) return number;
    throw appError('NOT_FOUND', say.notOnAccount({ sid }), say.listNumbers);
  }

  /** Adds a number bought by another OTP Dock to the ledger, so that its release is not forgotten. */
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
    const { prices, sessions } = this.#deps;
    const { clock, newId } = this.#deps.ports;
    const now = clock.now();
    const { country, holding } = await holdingOnAccount(number, prices, now);
    const before = origin === 'takenOver' ? number.sms : null;
    return {
      id: newId(),
      account: sessions.session().accountSid,
      friendlyName: number.friendlyName,
      origin,
      policy: 'keep',
      country,
      leaseId: null,
      leases: 0,
      createdAt: now,
      life: { state: 'idle', holding: { ...holding, before }, since: now, rest: null },
    };
  }
}

/** Throws CONFLICT unless it is kept: a taken-over number is given back by hand only. */
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

function goingElsewhere({ phoneNumber, smsUrl, sms }: PurchasedNumber): Phrase {
  if (sms.smsApplicationSid) return say.goesToApplication({ number: phoneNumber, sid: sms.smsApplicationSid });
  const url = plainWebhook(smsUrl);
  return url === null ? say.goesToOther({ number: phoneNumber }) : say.goesTo({ number: phoneNumber, url });
}

/** What to write to restore the old settings: only what differs, as Twilio takes an empty text for a change. */
function differing(before: SmsSettings, now: SmsSettings): Partial<SmsSettings> {
  const names = Object.keys(before) as (keyof SmsSettings)[];
  return Object.fromEntries(names.filter((name) => before[name] !== now[name]).map((name) => [name, before[name]]));
}

function conflict(message: Phrase, hint: Phrase): AppError {
  return appError('CONFLICT', message, hint);
}
