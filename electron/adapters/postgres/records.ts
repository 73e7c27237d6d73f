import { z } from 'zod';
import { channelOf } from '../../contract/addresses.ts';
import { appError } from '../../contract/errors.ts';
import { settingsSchema } from '../../contract/settings.ts';
import { candidateRecord, messageMedia, money, phrase } from '../../contract/shapes.ts';
import type { LedgerKind, Message } from '../../contract/state.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { leaseRecordSchema } from '../../core/numbers/lease.ts';
import { numberRecordSchema } from '../../core/numbers/number.ts';
import { findLinks } from '../../core/otp/links.ts';
import { tokenRecordSchema } from '../../core/sharing/tokens.ts';
import { fromJson, recordReader } from '../recordReader.ts';

const say = phrases.database;
const { recordOfLease, recordOfNumber, recordOfMessage, recordOfToken } = phrases.host;

const reader = recordReader((what) => appError('STORAGE_FAILED', say.changed({ what }), say.changedHint));

const messageSchema = z.object({
  sid: z.string(),
  to: z.string(),
  from: z.string(),
  body: z.string(),
  receivedAt: z.string(),
  code: z.string().nullable(),
  candidates: z.array(candidateRecord),
  service: z.string().nullable(),
  sentBy: z.object({ sid: z.string(), name: z.string().nullable() }).nullable(),
  reason: phrase,
  source: z.enum(['webhook', 'backfill', 'capture']),
  numMedia: z.int(),
  media: z.array(messageMedia),
});

const text = z.string().nullable();

const entrySchema = z.object({
  kind: z.string().transform((kind) => kind as LedgerKind),
  number: text,
  numberSid: text,
  country: text,
  leaseId: text,
  label: text,
  holder: text,
  amount: money.nullable(),
  note: phrase.nullable(),
});

// Turn rows into the core's records. Each throws STORAGE_FAILED for one that is not valid.
export const leaseRecordOf = reader(fromJson(leaseRecordSchema), recordOfLease);
export const numberRecordOf = reader(fromJson(numberRecordSchema), recordOfNumber);
export const tokenRecordOf = reader(fromJson(tokenRecordSchema), recordOfToken);
export const entryRecordOf = reader(fromJson(entrySchema), say.recordOfEntry);
export const settingsOf = reader(fromJson(settingsSchema), say.recordOfSettings);
const messageRecordOf = reader(fromJson(messageSchema), recordOfMessage);

/** A message as it is stored: without what follows from the rest, and without its lease, which may change. */
export function recordOf({ links: _links, channel: _channel, leaseId: _leaseId, ...record }: Message): string {
  return JSON.stringify(record);
}

/** A message as PostgreSQL returns it. */
export interface MessageRow {
  record: string;
  lease_id: string | null;
}

export function messageOf({ record, lease_id }: MessageRow): Message {
  const message = messageRecordOf(record);
  const { from, body, numMedia } = message;
  return { ...message, links: findLinks(body), channel: channelOf({ from, numMedia }), leaseId: lease_id };
}
