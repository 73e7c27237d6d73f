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
  BundleState,
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
  /** As `NumberState.bills`. */
  bills: number[];
  boughtWith: Record<string, string>;
}

/** All that the emulator remembers. Handlers read it and change it; each does so in one synchronous step. */
export interface World extends Ledger {
  readonly accountSid: string;
  /** Changes when it is rotated. */
  authToken: string;
  readonly catalogue: Catalogue;
  /** Milliseconds since the epoch, with `clockOffsetMs` in it. */
  readonly now: () => number;
  readonly createdAt: number;
  clockOffsetMs: number;
  /** Counts the resets, so that what was begun before one does not end after it. */
  generation: number;
  friendlyName: string;
  faults: Faults;
  /** What decides the shares among the faults. */
  random: RandomSequence;
  /** What the balance would be if nothing had been billed. */
  funds: MicroUsd;
  owned: OwnedNumber[];
  released: ReleasedNumberState[];
  bundles: BundleState[];
  addresses: AddressState[];
  messages: StoredMessage[];
  deliveries: WebhookDelivery[];
  alerts: Alert[];
  requests: RequestLogEntry[];
}

/** Enough for a few hundred numbers: a demo or a benchmark must not go broke on the way. */
const openingFunds: MicroUsd = 500_000_000;
const logLimit = 5_000;

export function createWorld(accountSid: string, authToken: string, catalogue: Catalogue, now: () => number): World {
  const at = now();
  const world: World = {
    accountSid,
    authToken,
    catalogue,
    now: () => now() + world.clockOffsetMs,
    createdAt: at,
    generation: 0,
    ...blank(at),
  };
  return world;
}

/** Forgets all that happened and puts the clock back; account and credentials stay. */
export function resetWorld(world: World): void {
  Object.assign(world, blank(world.now() - world.clockOffsetMs));
  world.generation += 1;
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
    charges: [],
    deliveries: [],
    alerts: [],
    requests: [],
  } satisfies Partial<World>;
}

/** Merges faults into the world. @throws TwilioError 400/20001, see {@link mergeFaults}. */
export function applyFaults(world: World, patch: unknown): void {
  world.faults = mergeFaults(world.faults, patch);
  if (typeof patch !== 'object' || patch === null) return;
  const { balance, seed } = world.faults;
  if ('seed' in patch) world.random = seeded(seed);
  if (!('balance' in patch)) return;
  settleBills(world);
  world.funds = balance === null ? openingFunds : (parseUsd(balance) ?? 0) + world.billed;
}

/** What is left on the account. Falls below zero when messages arrive that it cannot pay for, as at Twilio. */
export function balanceOf(world: World): MicroUsd {
  return world.funds - world.billed;
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

/** A copy of everything for a test to look at, with the bills that are due by now. */
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
