import type { Catalogue, Listing } from './catalogue.ts';
import { mergeFaults, noFaults, type Faults } from './faults.ts';
import { formatUsd, parseUsd, type MicroUsd } from './money.ts';
import type { NumberSettings } from './numberSettings.ts';
import type {
  Alert,
  EmulatorState,
  NumberState,
  ReleasedNumberState,
  RequestLogEntry,
  StoredMessage,
  WebhookDelivery,
} from './state.ts';

export interface OwnedNumber {
  sid: string;
  listing: Listing;
  magic: boolean;
  settings: NumberSettings;
  boughtAt: number;
  updatedAt: number;
  boughtWith: Record<string, string>;
}

/** Something that was billed. */
export interface Charge {
  at: number;
  /** Usage categories that it counts in, `totalprice` apart. */
  categories: string[];
  count: number;
  /** Segments for SMS, months for numbers. */
  units: number;
  amount: MicroUsd;
}

/** All that the emulator remembers. Handlers read it and change it; each does so in one synchronous step. */
export interface World {
  readonly accountSid: string;
  readonly authToken: string;
  readonly catalogue: Catalogue;
  readonly now: () => number;
  readonly createdAt: number;
  friendlyName: string;
  faults: Faults;
  /** What the balance would be if nothing had been billed. */
  funds: MicroUsd;
  owned: OwnedNumber[];
  released: ReleasedNumberState[];
  messages: StoredMessage[];
  charges: Charge[];
  deliveries: WebhookDelivery[];
  alerts: Alert[];
  requests: RequestLogEntry[];
}

/** Enough for a few hundred numbers: a demo or a benchmark must not go broke on the way. */
const openingFunds: MicroUsd = 500_000_000;
const logLimit = 5_000;

export function createWorld(accountSid: string, authToken: string, catalogue: Catalogue, now: () => number): World {
  return { accountSid, authToken, catalogue, now, createdAt: now(), ...blank() };
}

/** Forgets all that happened; account and credentials stay. */
export function resetWorld(world: World): void {
  Object.assign(world, blank());
}

function blank() {
  return {
    friendlyName: 'Emulated account',
    faults: noFaults(),
    funds: openingFunds,
    owned: [],
    released: [],
    messages: [],
    charges: [],
    deliveries: [],
    alerts: [],
    requests: [],
  } satisfies Partial<World>;
}

/** Merges faults into the world. @throws TwilioError 400/20001, see {@link mergeFaults}. */
export function applyFaults(world: World, patch: unknown): void {
  world.faults = mergeFaults(world.faults, patch);
  if (typeof patch !== 'object' || patch === null || !('balance' in patch)) return;
  const { balance } = world.faults;
  world.funds = balance === null ? openingFunds : (parseUsd(balance) ?? 0) + billed(world);
}

/** What is left on the account. Falls below zero when messages arrive that it cannot pay for, as at Twilio. */
export function balanceOf(world: World): MicroUsd {
  return world.funds - billed(world);
}

function billed(world: World): MicroUsd {
  return world.charges.reduce((sum, charge) => sum + charge.amount, 0);
}

/** Appends to a log that a long run must not let grow without end. */
export function remember<T>(log: T[], entry: T): void {
  log.push(entry);
  if (log.length > logLimit) log.splice(0, log.length - logLimit);
}

/** The number that receives what is sent to `e164`: the newest, as magic numbers can be owned more than once. */
export function ownedNumber(world: World, e164: string): OwnedNumber | undefined {
  return world.owned.findLast((number) => number.listing.phoneNumber === e164);
}

/** A copy of everything for a test to look at. */
export function snapshot(world: World): EmulatorState {
  return structuredClone({
    account: accountState(world),
    balance: { amount: formatUsd(balanceOf(world)), currency: 'USD' },
    numbers: world.owned.map(numberState),
    released: world.released,
    messages: world.messages,
    deliveries: world.deliveries,
    alerts: world.alerts,
    requests: world.requests,
    faults: world.faults,
  });
}

export function accountState({ accountSid, friendlyName, faults }: World): EmulatorState['account'] {
  return {
    sid: accountSid,
    friendlyName,
    type: faults.trial ? 'Trial' : 'Full',
    status: faults.suspended ? 'suspended' : 'active',
  };
}

export function numberState({
  sid,
  listing,
  magic,
  boughtAt,
  updatedAt,
  boughtWith,
  settings,
}: OwnedNumber): NumberState {
  const { phoneNumber, iso: isoCountry, type, monthly } = listing;
  return {
    sid,
    phoneNumber,
    isoCountry,
    type,
    magic,
    monthlyPrice: formatUsd(monthly),
    boughtAt,
    updatedAt,
    boughtWith,
    settings,
  };
}
