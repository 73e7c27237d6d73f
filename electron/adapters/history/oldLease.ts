/** A number in a record of version 2, in which a lease and its number were one. */
interface OldHolding {
  number: string;
  numberSid: string;
  type: string | null;
  monthlyPrice: { amount: string; currency: string } | null;
  smsUrl: string | null;
}

type OldLife =
  | { state: 'buying'; endWanted: boolean }
  | { state: 'active'; holding: OldHolding; expiresAt: number }
  | { state: 'expired'; holding: OldHolding; expiresAt: number }
  | { state: 'releasing'; holding: OldHolding; expiresAt: number; attempts: number; problem: unknown }
  | { state: 'released'; holding: OldHolding; expiresAt: number; releasedAt: number }
  | { state: 'failed'; failure: unknown; failedAt: number };

/** Times are milliseconds since the epoch, here and below. */
export interface OldLease {
  id: string;
  account: string;
  requestId: string;
  country: string;
  label: string | null;
  policy: string;
  ttlSeconds: number;
  startedAt: number;
  life: OldLife;
}

interface Life {
  state: string;
  [field: string]: unknown;
}

interface Entry {
  account: string;
  at: number;
  kind: 'purchase' | 'released';
  number: string;
  numberSid: string;
  country: string;
  leaseId: string;
  label: string | null;
  amount: OldHolding['monthlyPrice'];
}

/** One record of version 2 as the two records and the entries of version 3. */
export interface Converted {
  lease: { id: string; life: Life; [field: string]: unknown };
  number: { id: string; account: string; createdAt: number; life: Life; [field: string]: unknown };
  holding: OldHolding | null;
  endedAt: number | null;
  entries: Entry[];
}

/** Its types are its own: those of the core go on changing, and what is made here is what version 3 wrote. */
export function convert(old: OldLease): Converted {
  const { life, ...kept } = old;
  const holding = 'holding' in life ? life.holding : null;
  return {
    lease: { ...kept, numberId: old.id, service: null, reused: false, life: leaseLife(life) },
    number: numberRecord(old, holding),
    holding,
    endedAt: holding && life.state !== 'active' && 'expiresAt' in life ? life.expiresAt : null,
    entries: holding ? entriesOf(old, holding) : [],
  };
}

function leaseLife(life: OldLife): Life {
  if (life.state === 'buying' || life.state === 'failed') return life;
  const { number, numberSid, type, monthlyPrice } = life.holding;
  return {
    state: life.state === 'active' ? 'active' : 'ended',
    leased: { number, numberSid, type, monthlyPrice },
    expiresAt: life.expiresAt,
  };
}

function numberRecord(old: OldLease, holding: OldHolding | null): Converted['number'] {
  const { id, account, policy, country, startedAt } = old;
  return {
    id,
    account,
    // It had no installation in it then; the number on the account still has this name.
    friendlyName: `otp-dock ${id}`,
    origin: 'lease',
    policy,
    country,
    leaseId: id,
    leases: holding ? 1 : 0,
    createdAt: startedAt,
    life: numberLife(old, holding),
  };
}

function numberLife({ life, startedAt }: OldLease, old: OldHolding | null): Life {
  // The day of the next bill is reckoned by who opens it.
  const holding = old && {
    ...old,
    boughtAt: startedAt,
    nextBillAt: null,
    before: null,
    diverted: false,
    holdUntil: null,
  };
  switch (life.state) {
    case 'buying':
      // It may have been sent, so it is looked for on the account before anything is bought.
      return {
        state: 'buying',
        candidate: null,
        numberType: null,
        sentAt: startedAt,
        price: null,
        problem: null,
        unansweredAt: null,
      };
    case 'active':
      return { state: 'owned', holding, idleSince: null };
    case 'expired':
      return { state: 'owned', holding, idleSince: life.expiresAt };
    case 'releasing':
      return { state: 'releasing', holding, attempts: life.attempts, problem: life.problem };
    case 'released':
      return { state: 'released', holding, releasedAt: life.releasedAt, how: 'released' };
    case 'failed':
      return { state: 'failed', failure: life.failure, failedAt: life.failedAt };
  }
}

function entriesOf(old: OldLease, { number, numberSid, monthlyPrice }: OldHolding): Entry[] {
  const { account, country, label, life, startedAt } = old;
  const base = { account, number, numberSid, country, leaseId: old.id, label };
  const purchase: Entry = { ...base, kind: 'purchase', at: startedAt, amount: monthlyPrice };
  if (life.state !== 'released') return [purchase];
  return [purchase, { ...base, kind: 'released', at: life.releasedAt, amount: null }];
}
