import { settleBills, type Ledger } from './billing.ts';
import type { Catalogue, Listing } from './catalogue.ts';
import { mergeFaults, noFaults, type Faults } from './faults.ts';
import { formatUsd, parseUsd, type MicroUsd } from './money.ts';
import type { NumberSettings } from './numberSettings.ts';
import { starterPapers } from './papers.ts';
import { seeded, type RandomSequence } from './random.ts';
import type {
  AddressState,
  Alert,
  ApiKey,
  BundleState,
  EmulatorState,
  NumberState,
  OptOut,
  ReleasedNumberState,
  RequestLogEntry,
  StoredMessage,
  WebhookDelivery,
} from './state.ts';
import type { Verification, VerifyService } from './verify/state.ts';

export interface OwnedNumber {
  sid: string;
  listing: Listing;
  magic: boolean;
  settings: NumberSettings;
  boughtAt: number;
  updatedAt: number;
  /** Like `NumberState.bills`. */
  bills: number[];
  boughtWith: Record<string, string>;
}

/** Everything the emulator remembers. Handlers read and change it; each does so in one synchronous step. */
export interface World extends Ledger {
  readonly accountSid: string;
  /** Changes on rotation. */
  authToken: string;
  apiKeys: ApiKey[];
  readonly catalogue: Catalogue;
  /** Milliseconds since the epoch, including `clockOffsetMs`. */
  readonly now: () => number;
  readonly createdAt: number;
  clockOffsetMs: number;
  /** Counts resets, so that work begun before one does not finish after it. */
  generation: number;
  friendlyName: string;
  faults: Faults;
  /** Told whenever a message's fault is set or over. */
  faultsChanged: () => void;
  /** Source of randomness for the fault shares. */
  random: RandomSequence;
  /** What the balance would be if nothing had been billed. */
  funds: MicroUsd;
  owned: OwnedNumber[];
  released: ReleasedNumberState[];
  bundles: BundleState[];
  addresses: AddressState[];
  messages: StoredMessage[];
  optOuts: OptOut[];
  verifyServices: VerifyService[];
  verifications: Verification[];
  /** Services and numbers for which a code is being sent. */
  verifying: Set<string>;
  deliveries: WebhookDelivery[];
  alerts: Alert[];
  requests: RequestLogEntry[];
}

/** Enough for a few hundred numbers: a demo or a benchmark must not run out of money. */
const openingFunds: MicroUsd = 500_000_000;
const logLimit = 5_000;
/** A host may run for months, and stores elsewhere what it captures. */
export const historyLimit = 100_000;

export function createWorld(
  accountSid: string,
  authToken: string,
  catalogue: Catalogue,
  now: () => number,
  faultsChanged = () => {},
): World {
  const at = now();
  const world: World = {
    accountSid,
    authToken,
    apiKeys: [],
    catalogue,
    now: () => now() + world.clockOffsetMs,
    createdAt: at,
    generation: 0,
    faultsChanged,
    ...blank(at),
  };
  return world;
}

/** Forgets everything that happened and resets the clock; account and credentials stay. */
export function resetWorld(world: World): void {
  Object.assign(world, blank(world.now() - world.clockOffsetMs));
  world.generation += 1;
  world.faultsChanged();
}

function blank(at: number) {
  return {
    clockOffsetMs: 0,
    friendlyName: 'Emulated account',
    faults: noFaults(),
    random: seeded(noFaults().seed),
    funds: openingFunds,
    billed: 0,
    nextBillAt: Infinity,
    owned: [],
    released: [],
    ...starterPapers(at),
    messages: [],
    optOuts: [],
    verifyServices: [],
    verifications: [],
    verifying: new Set(),
    charges: new Map(),
    deliveries: [],
    alerts: [],
    requests: [],
  } satisfies Partial<World>;
}

/** Merges faults into the world. @throws TwilioError 400/20001; see {@link mergeFaults}. */
export function applyFaults(world: World, patch: unknown): void {
  world.faults = mergeFaults(world.faults, patch);
  world.faultsChanged();
  if (typeof patch !== 'object' || patch === null) return;
  const { balance, seed } = world.faults;
  if ('seed' in patch) world.random = seeded(seed);
  if (!('balance' in patch)) return;
  settleBills(world);
  world.funds = balance === null ? openingFunds : (parseUsd(balance) ?? 0) + world.billed;
}

/** The account's balance. Goes negative when messages arrive that it cannot pay for, as at Twilio. */
export function balanceOf(world: World): MicroUsd {
  return world.funds - world.billed;
}

/**
 * Appends to a log, but limits its size: runs may be long. It keeps the newest `limit` entries, and up to a tenth more,
 * as moving all of a long log for each new entry would take longer than the rest of a request.
 */
export function remember<T>(log: T[], entry: T, limit = logLimit): void {
  log.push(entry);
  if (log.length > limit * 1.1) log.splice(0, log.length - limit);
}

/** Stores a message that the account sent or received. */
export function rememberMessage({ messages }: World, message: StoredMessage): void {
  remember(messages, message, historyLimit);
}

/** Whether a message still exists. The newest are looked at first: mostly it is one of them. */
export function isStored({ messages }: World, message: StoredMessage): boolean {
  return messages.lastIndexOf(message) !== -1;
}

/** The number that receives messages to `e164`: the newest, as magic numbers can be owned more than once. */
export function ownedNumber(world: World, e164: string): OwnedNumber | undefined {
  return world.owned.findLast((number) => number.listing.phoneNumber === e164);
}

/** A copy of everything for a test to inspect, including the bills due by now. */
export function snapshot(world: World): EmulatorState {
  settleBills(world);
  return structuredClone({
    account: accountState(world),
    balance: { amount: formatUsd(balanceOf(world)), currency: 'USD' },
    numbers: world.owned.map(numberState),
    released: world.released,
    bundles: world.bundles,
    addresses: world.addresses,
    messages: world.messages,
    optOuts: world.optOuts,
    verifyServices: world.verifyServices,
    verifications: world.verifications,
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
  bills,
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
    bills,
    boughtWith,
    settings,
  };
}
