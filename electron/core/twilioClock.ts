import { iso } from '../contract/time.ts';
import type { Cancel, Clock } from './clock.ts';
import type { IncomingSms, Telephony } from './ports.ts';

/** What the `Date` header of one of Twilio's answers says. */
export interface DatedAnswer {
  /** By Twilio's clock, in milliseconds since the epoch; always a whole second, as in HTTP. */
  date: number;
  /** How long the request took: the header was written some time during it. Milliseconds. */
  tookMs: number;
}

/** HTTP dates have no fractions of a second. */
const dateStepMs = 1_000;

/** While Twilio's clock is unknown, it may differ by up to this much. */
const unknownMs = 86_400_000;

/** A person is told of a difference this large. */
const tellFromMs = 5_000;

/**
 * How far Twilio's clock is from ours, which may be wrong or be set at any time. Each answer gives bounds for it, and
 * many answers narrow them down. A clock that may be right counts as right.
 */
export class TwilioClock {
  readonly #clock: Clock;
  readonly #onDifference: (aheadMs: number | null) => void;
  readonly #forget: Cancel;
  /** Twilio's time minus ours. */
  #bounds: { least: number; most: number } | null = null;
  #told: number | null = null;

  /** `onDifference` hears how far our clock is ahead of Twilio's, or null when that is no longer worth telling. */
  constructor(clock: Clock, onDifference: (aheadMs: number | null) => void) {
    this.#clock = clock;
    this.#onDifference = onDifference;
    this.#forget = clock.onSet((byMs) => this.#set(byMs));
  }

  heard({ date, tookMs }: DatedAnswer): void {
    const now = this.#clock.now();
    const [least, most] = [date - now, date + dateStepMs - (now - tookMs)];
    const both = {
      least: Math.max(least, this.#bounds?.least ?? least),
      most: Math.min(most, this.#bounds?.most ?? most),
    };
    // Two answers contradict each other: a clock moved in between, and the newer one is right.
    this.#bounds = both.least <= both.most ? both : { least, most };
    this.#tell();
  }

  /** Converts our time to Twilio's, both ISO 8601. While Twilio's clock is unknown: the earliest it may be. */
  toTwilio(at: string): string {
    return iso(Date.parse(at) + (this.#bounds ? this.#difference : -unknownMs));
  }

  /** Converts Twilio's time to ours, both ISO 8601. An empty text stays empty. */
  toOurs(at: string): string {
    return at === '' || this.#difference === 0 ? at : iso(Date.parse(at) - this.#difference);
  }

  /** The time by our clock or Twilio's, whichever is behind; null while Twilio's is unknown. */
  confirmed(): number | null {
    return this.#bounds && this.#clock.now() + Math.min(0, this.#bounds.least);
  }

  close(): void {
    this.#forget();
  }

  get #difference(): number {
    if (!this.#bounds) return 0;
    const { least, most } = this.#bounds;
    return least <= 0 && most >= 0 ? 0 : Math.round((least + most) / 2);
  }

  #set(byMs: number): void {
    if (!this.#bounds) return;
    this.#bounds = { least: this.#bounds.least - byMs, most: this.#bounds.most - byMs };
    this.#tell();
  }

  #tell(): void {
    const ahead = Math.abs(this.#difference) > tellFromMs ? -this.#difference : null;
    const same =
      ahead === null || this.#told === null ? ahead === this.#told : Math.abs(ahead - this.#told) < tellFromMs;
    if (same) return;
    this.#told = ahead;
    this.#onDifference(ahead);
  }
}

/** The same account, with message and alert times by our clock. A purchase date stays Twilio's: it bills by that. */
export function inOurTime(telephony: Telephony, twilio: TwilioClock): Telephony {
  const received = ({ receivedAt, ...sms }: IncomingSms) => ({ ...sms, receivedAt: twilio.toOurs(receivedAt) });
  const since = async (from: string, read: (from: string) => Promise<IncomingSms[]>) => {
    const listed = (await read(twilio.toTwilio(from))).map(received);
    return listed.filter(({ receivedAt }) => receivedAt >= from);
  };
  const inTime: Pick<Telephony, 'messagesTo' | 'messagesSince' | 'alerts'> = {
    messagesTo: (number, from) => since(from, (asked) => telephony.messagesTo(number, asked)),
    messagesSince: (from) => since(from, (asked) => telephony.messagesSince(asked)),
    alerts: async (from) => {
      const listed = await telephony.alerts(twilio.toTwilio(from));
      return listed
        .map((alert) => ({ ...alert, at: twilio.toOurs(alert.at) }))
        .filter(({ at }) => at >= from.slice(0, 19));
    },
  };
  return Object.assign(Object.create(telephony) as Telephony, inTime);
}
