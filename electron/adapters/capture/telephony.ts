import { randomBytes, randomInt } from 'node:crypto';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { AvailableNumber } from '../../contract/state.ts';
import type { NumberSearch, Purchase, PurchasedNumber, SmsSettings, Telephony } from '../../core/ports.ts';
import { madeUpNumbers } from './madeUp.ts';

const say = phrases.twilio;
const noSms = { smsMethod: 'POST', smsFallbackUrl: '', smsFallbackMethod: 'POST', smsApplicationSid: '' };
const nothing = { amount: '0.00', currency: 'USD' };

/**
 * An account whose numbers are made up: an app sends its SMS to whatever number it is told, so any will do, of any
 * country. Nobody is asked and nothing has a price. Messages are handed over as they are sent; there is no list of them.
 */
export class MadeUpTelephony implements Telephony {
  readonly #isRecipient: (number: string) => Promise<boolean>;
  readonly #owned = new Map<string, PurchasedNumber>();

  /** `isRecipient`: whether a message was sent to this number before. */
  constructor(isRecipient: (number: string) => Promise<boolean>) {
    this.#isRecipient = isRecipient;
  }

  account = async () => ({ name: '', trial: false });
  balance = async () => null;
  monthlyPrices = async () => ({});
  usage = async () => ({ total: nothing, phoneNumbers: nothing });
  papers = async () => ({ bundles: [], addresses: [] });
  messagesTo = async () => [];
  messagesSince = async () => [];
  alerts = async () => [];
  ownedNumbers = async () => [...this.#owned.values()];
  ownedNumber = async (sid: string) => this.#owned.get(sid) ?? null;
  release = async (sid: string) => void this.#owned.delete(sid);

  async findByFriendlyName(name: string): Promise<PurchasedNumber[]> {
    return [...this.#owned.values()].filter(({ friendlyName }) => friendlyName === name);
  }

  /** None that a message was sent to before: it may be the number of somebody else's test. */
  async search(query: NumberSearch): Promise<AvailableNumber[]> {
    const { country, type, locality = null } = query;
    const capabilities = { sms: true, mms: true, voice: true };
    const found: AvailableNumber[] = [];
    for (const phoneNumber of await madeUpNumbers(query, (below) => randomInt(below))) {
      if (this.#owns(phoneNumber) || (await this.#isRecipient(phoneNumber))) continue;
      const listed = { phoneNumber, friendlyName: phoneNumber, country, type };
      found.push({ ...listed, locality, region: null, capabilities });
    }
    return found;
  }

  /** Rejects with NUMBER_TAKEN if another lease has it already. */
  async purchase({ phoneNumber, friendlyName, smsUrl }: Purchase): Promise<PurchasedNumber> {
    if (this.#owns(phoneNumber)) throw appError('NUMBER_TAKEN', say.taken, say.takenHint, { retryable: true });
    const number: PurchasedNumber = {
      ...{ phoneNumber, friendlyName, smsUrl },
      sid: `PN${randomBytes(16).toString('hex')}`,
      sms: { ...noSms, smsUrl: smsUrl ?? '' },
      boughtAt: '',
    };
    this.#owned.set(number.sid, number);
    return number;
  }

  async setSmsUrl(sid: string, smsUrl: string): Promise<void> {
    await this.setSmsSettings(sid, { smsUrl });
  }

  async setSmsSettings(sid: string, settings: Partial<SmsSettings>): Promise<void> {
    const number = this.#owned.get(sid);
    if (!number) return;
    const sms = { ...number.sms, ...settings };
    this.#owned.set(sid, { ...number, sms, smsUrl: sms.smsUrl || null });
  }

  #owns(phoneNumber: string): boolean {
    return [...this.#owned.values()].some((number) => number.phoneNumber === phoneNumber);
  }
}
