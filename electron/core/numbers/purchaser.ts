import { AppError, appError, toFailure } from '../../contract/errors.ts';
import type { LeaseInput } from '../../contract/api.ts';
import type { NumberType } from '../../contract/settings.ts';
import type { Cancel, Clock, Logger, Telephony } from '../ports.ts';
import { friendlyNameOf, type Holding, type LeaseRecord } from './lease.ts';
import type { LeaseBook } from './leaseBook.ts';
import { buyNumber, PurchaseUncertain } from './purchase.ts';

/** Between two attempts to find out what became of a purchase. */
const askAgainMs = 15_000;

export interface PurchaserDeps {
  book: LeaseBook;
  clock: Clock;
  log: Logger;
  session(): { telephony: Telephony };
  /** The type that Settings prefer; null: mobile, then local, then toll-free. */
  preferredType(): NumberType | null;
  /** Waits a moment for a tunnel that is connecting; null when messages are to be read from Twilio's list. */
  smsUrl(): Promise<string | null>;
  /** A number is ours: messages that were quicker than the purchase's answer go to the lease; an end that was asked for is carried out. */
  onBought(record: LeaseRecord): Promise<void>;
}

/** Carries out the intent that a `buying` lease stands for, and finds out what became of it after a crash. */
export class Purchaser {
  #deps: PurchaserDeps;
  #cancelAsk: Cancel = () => undefined;
  #buying = new Set<string>();

  constructor(deps: PurchaserDeps) {
    this.#deps = deps;
  }

  /** Rejects with the reason when nothing was bought. */
  async buy(record: LeaseRecord, input: LeaseInput): Promise<void> {
    this.#buying.add(record.id);
    try {
      await this.#bought(record.id, await this.#order(record, input));
    } catch (thrown) {
      throw thrown instanceof PurchaseUncertain ? this.#uncertain() : await this.#failed(record.id, thrown);
    } finally {
      this.#buying.delete(record.id);
    }
  }

  /** Asks the account about every purchase whose end is not known: bought ones go on, the others failed. */
  async settleUncertain(): Promise<void> {
    this.#cancelAsk();
    for (const record of this.#deps.book.records()) {
      if (record.life.state !== 'buying' || this.#buying.has(record.id)) continue;
      try {
        await this.#settle(record);
      } catch (thrown) {
        this.#deps.log.warn(`A purchase could not be looked up yet: ${toFailure(thrown).message}`);
        this.#askLater();
      }
    }
  }

  pause(): void {
    this.#cancelAsk();
  }

  async #order(record: LeaseRecord, input: LeaseInput): Promise<Holding> {
    const smsUrl = await this.#deps.smsUrl();
    return buyNumber(this.#deps.session().telephony, {
      leaseId: record.id,
      country: record.country,
      type: input.type ?? this.#deps.preferredType(),
      areaCode: input.areaCode,
      contains: input.contains,
      smsUrl,
    });
  }

  async #settle(record: LeaseRecord): Promise<void> {
    const { telephony } = this.#deps.session();
    const [found] = await telephony.findByFriendlyName(friendlyNameOf(record.id));
    if (!found) {
      await this.#failed(
        record.id,
        appError('TWILIO_UNREACHABLE', 'The purchase was interrupted; nothing was bought.', 'Take a number again.', {
          retryable: true,
        }),
      );
      return;
    }
    this.#deps.log.info(`Found ${found.phoneNumber}, whose purchase had been interrupted.`);
    await this.#bought(record.id, {
      number: found.phoneNumber,
      numberSid: found.sid,
      type: null,
      monthlyPrice: null,
      smsUrl: found.smsUrl,
    });
  }

  async #bought(id: string, holding: Holding): Promise<void> {
    const { book, clock } = this.#deps;
    const expiresAt = clock.now() + book.get(id).ttlSeconds * 1000;
    const record = await book.apply(id, { type: 'bought', holding, expiresAt });
    if (record) await this.#deps.onBought(record);
  }

  async #failed(id: string, thrown: unknown): Promise<AppError> {
    const failure = toFailure(thrown);
    if (!(thrown instanceof AppError)) this.#deps.log.error('A purchase failed unexpectedly.', thrown);
    await this.#deps.book.apply(id, { type: 'purchaseFailed', failure, at: this.#deps.clock.now() });
    return new AppError(failure);
  }

  #uncertain(): AppError {
    this.#askLater();
    return appError(
      'TWILIO_UNREACHABLE',
      'Twilio did not answer, so it is not known yet whether the number was bought.',
      'OTP Dock keeps asking; the lease begins, or is marked as failed, as soon as Twilio answers. Do not take another number for it.',
      { retryable: true },
    );
  }

  #askLater(): void {
    this.#cancelAsk();
    this.#cancelAsk = this.#deps.clock.after(askAgainMs, () => void this.settleUncertain());
  }
}
