import { plainError, type AppError } from '../../electron/contract/errors.ts';
import type { NumberType } from '../../electron/contract/settings.ts';
import type {
  IncomingSms,
  PriceList,
  Purchase,
  PurchasedNumber,
  SmsSettings,
  Telephony,
} from '../../electron/core/ports.ts';

type Call = keyof Telephony;

const anywhere = { locality: null, region: null, capabilities: { sms: true, mms: false, voice: true } };
const noSms: SmsSettings = {
  smsUrl: '',
  smsMethod: 'POST',
  smsFallbackUrl: '',
  smsFallbackMethod: 'POST',
  smsApplicationSid: '',
};

/** This many Indian mobile numbers, starting with +919000000001. */
export const mobiles = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `+919${String(index + 1).padStart(9, '0')}`);

/** An in-memory account that can fail on demand. Only for the core: the real SDK is tested against the emulator. */
export class FakeTelephony implements Telephony {
  /** The numbers for sale, by country and type. */
  forSale = new Map([['IN mobile', mobiles(400)]]);
  owned = new Map<string, PurchasedNumber>();
  prices: PriceList = {
    mobile: { amount: '1.15', currency: 'USD' },
    local: { amount: '1.00', currency: 'USD' },
    tollFree: { amount: '2.15', currency: 'USD' },
  };
  /** The time of purchases. */
  now: () => number = () => Date.parse('2026-03-01T12:00:00.000Z');
  inbound: IncomingSms[] = [];
  errorLog: Awaited<ReturnType<Telephony['alerts']>> = [];
  calls: string[] = [];
  purchases: Purchase[] = [];
  #failures = new Map<Call, (AppError | null)[]>();
  #afterwards = new Map<Call, AppError[]>();
  #gates = new Map<Call, Promise<void>>();
  #next = 1;

  /** Makes the next call fail and do nothing; `null` lets it succeed. */
  failNext(call: Call, ...errors: (AppError | null)[]): void {
    this.#failures.set(call, [...(this.#failures.get(call) ?? []), ...errors]);
  }

  /** The next call is carried out, but its answer is lost. */
  loseAnswer(call: Call): void {
    this.#afterwards.set(call, [...(this.#afterwards.get(call) ?? []), unreachable()]);
  }

  /** Ends all failures. */
  heal(): void {
    this.#failures.clear();
    this.#afterwards.clear();
  }

  /** Makes the call wait until the returned function is called. */
  hold(call: Call): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gates.set(call, promise);
    return () => {
      this.#gates.delete(call);
      resolve();
    };
  }

  account: Telephony['account'] = () => this.#run('account', () => ({ name: 'Fake account', trial: false }));
  balance = () => this.#run('balance', () => ({ amount: '20.00', currency: 'USD' }));
  monthlyPrices = () => this.#run('monthlyPrices', () => this.prices);
  ownedNumbers = () => this.#run('ownedNumbers', () => [...this.owned.values()]);
  search = ({ country, type }: { country: string; type: NumberType }) =>
    this.#run('search', () => {
      const owned = new Set([...this.owned.values()].map(({ phoneNumber }) => phoneNumber));
      const free = (this.forSale.get(`${country} ${type}`) ?? []).filter((number) => !owned.has(number));
      return free.map((phoneNumber) => ({ phoneNumber, friendlyName: phoneNumber, country, type, ...anywhere }));
    });
  findByFriendlyName = (name: string) =>
    this.#run('findByFriendlyName', () => [...this.owned.values()].filter(({ friendlyName }) => friendlyName === name));
  purchase = (order: Purchase) => this.#run('purchase', () => this.#buy(order));
  setSmsUrl = (sid: string, smsUrl: string) => this.#run('setSmsUrl', () => this.#configure(sid, { smsUrl }));
  setSmsSettings = (sid: string, settings: Partial<SmsSettings>) =>
    this.#run('setSmsSettings', () => this.#configure(sid, settings));
  ownedNumber = (sid: string) => this.#run('ownedNumber', () => this.owned.get(sid) ?? null);
  usage = () =>
    this.#run('usage', () => ({
      total: { amount: '7.20', currency: 'USD' },
      phoneNumbers: { amount: '5.75', currency: 'USD' },
    }));
  papers = () => this.#run('papers', () => ({ bundles: [], addresses: [] }));
  release = (sid: string) => this.#run('release', () => void this.owned.delete(sid));
  messagesTo = (number: string, since: string) =>
    this.#run('messagesTo', () => this.inbound.filter(({ to, receivedAt }) => to === number && receivedAt >= since));

  messagesSince = (since: string) =>
    this.#run('messagesSince', () => this.inbound.filter(({ receivedAt }) => receivedAt >= since));
  alerts = () => this.#run('alerts', () => this.errorLog);

  count(call: Call): number {
    return this.calls.filter((name) => name === call).length;
  }

  /** Puts a number on the account as if it had been bought some other way. */
  own(number: Partial<PurchasedNumber> & { phoneNumber: string }): PurchasedNumber {
    const sid = `PN${String(this.#next++).padStart(32, '0')}`;
    const smsUrl = number.smsUrl ?? null;
    const owned: PurchasedNumber = {
      sid,
      friendlyName: number.phoneNumber,
      smsUrl,
      sms: { ...noSms, smsUrl: smsUrl ?? '' },
      boughtAt: new Date(this.now()).toISOString(),
      ...number,
    };
    this.owned.set(owned.sid, owned);
    return owned;
  }

  #configure(sid: string, settings: Partial<SmsSettings>): void {
    const number = this.owned.get(sid);
    const sms = { ...noSms, ...number?.sms, ...settings };
    if (number) this.owned.set(sid, { ...number, sms, smsUrl: sms.smsUrl || null });
  }

  #buy(order: Purchase): PurchasedNumber {
    const { phoneNumber, friendlyName, smsUrl } = order;
    if ([...this.owned.values()].some((number) => number.phoneNumber === phoneNumber)) throw taken();
    this.purchases.push(order);
    return this.own({ phoneNumber, friendlyName, smsUrl });
  }

  async #run<T>(call: Call, work: () => T): Promise<T> {
    this.calls.push(call);
    await this.#gates.get(call);
    const failure = this.#failures.get(call)?.shift();
    if (failure) throw failure;
    const result = work();
    const lost = this.#afterwards.get(call)?.shift();
    if (lost) throw lost;
    return result;
  }
}

export function unreachable(): AppError {
  return plainError('TWILIO_UNREACHABLE', 'Twilio could not be reached.', 'Check the connection.', { retryable: true });
}

export function taken(): AppError {
  return plainError('NUMBER_TAKEN', 'Taken.', 'The next one is tried.', { retryable: true });
}
