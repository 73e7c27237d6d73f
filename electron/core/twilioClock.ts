import { iso } from '../contract/time.ts';
import type { Cancel, Clock } from './clock.ts';
import type { IncomingSms, Telephony } from './ports.ts';

/** What the `Date` header of one of Twilio's answers tells. */
export interface DatedAnswer {
  /** By Twilio's clock, milliseconds since the epoch; a whole second, as HTTP has it. */
  date: number;
  /** How long the request took: the header was written some time during it. Milliseconds. */
  tookMs: number;
}

/** HTTP dates have no fractions of a second. */
const dateStepMs = 1_000;

/** As long as Twilio's clock is not known, it may be anywhere within this. */
const unknownMs = 86_400_000;

/** From this difference on, a person is told. */
const tellFromMs = 5_000;

/**
 * How far Twilio's clock is from ours, which may be wrong, or be set at any time. Each answer says between which bounds
 * that is, and many answers narrow it down; a clock that may be right counts as right.
 */
export class TwilioClock {
  readonly #clock: Clock;
  readonly #onDifference: (aheadMs: number | null) => void;
  readonly #forget: Cancel;
  /** Twilio's time less ours. */
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
    // Two answers that contradict each other: a clock has moved in between, and the newer one is right.
    this.#bounds = both.least <= both.most ? both : { least, most };
    this.#tell();
  }

  /** An instant of ours by Twilio's clock; both are ISO 8601. While that clock is not known, the earliest that it may be. */
  toTwilio(at: string): string {
    return iso(Date.parse(at) + (this.#bounds ? this.#difference : -unknownMs));
  }

  /** An instant of Twilio's by our clock; both are ISO 8601, and no instant stays none. */
  toOurs(at: string): string {
    return at === '' || this.#difference === 0 ? at : iso(Date.parse(at) - this.#difference);
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

/** The same account, with the times of messages and alerts by our clock. A number's day of purchase stays Twilio's: it bills by that. */
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
