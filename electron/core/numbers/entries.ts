import type { EndReason } from '../../contract/lease.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { LedgerKind, Money } from '../../contract/state.ts';
import type { NewLedgerEntry } from '../ports.ts';
import type { LeaseRecord } from './lease.ts';
import { holdingOf, type NumberRecord } from './number.ts';
import type { Phrase } from '../../contract/words/phrase.ts';

const say = phrases.numbers;

interface Facts {
  at: number;
  lease?: LeaseRecord | null;
  amount?: Money | null;
  note?: Phrase | null;
}

/** A ledger entry about a number. */
export function entryOf(kind: LedgerKind, number: NumberRecord, { at, lease, amount, note }: Facts): NewLedgerEntry {
  const holding = holdingOf(number.life);
  return {
    at,
    kind,
    number: holding?.number ?? null,
    numberSid: holding?.numberSid ?? null,
    country: number.country || null,
    leaseId: lease?.id ?? null,
    label: lease?.label ?? null,
    holder: lease?.holder ?? null,
    amount: amount ?? null,
    note: note ?? null,
  };
}

/** Why a lease ended, unless whoever took it has ended it. */
export function endNote({ holder }: LeaseRecord, because: EndReason, by: string | null | undefined): Phrase | null {
  if (because === 'timeUp') return say.endedInTime;
  if (because === 'clientGone') return say.endedByClient;
  if (by === undefined || by === holder) return null;
  return by === null ? say.endedByOwner : say.endedBy({ holder: by });
}
