import { z } from 'zod';
import type { Money } from './lease.ts';
import { amountSchema, leasesAtOnceSchema } from './settings.ts';
import { phrases } from './words/phrases.ts';

// Several testers and pipelines on one host: tokens with names and limits, and who waits for a number.

/** It appears in URLs and beside every lease, so it has no invisible characters. */
export const tokenNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@/-]{0,39}$/u, phrases.validation.tokenName.key);

/** Absent or null: no limit. */
export const newTokenSchema = z.strictObject({
  name: tokenNameSchema,
  leases: leasesAtOnceSchema.nullable().optional(),
  perDay: amountSchema.nullable().optional(),
  perMonth: amountSchema.nullable().optional(),
});
export type NewToken = z.infer<typeof newTokenSchema>;

/** A request for a lease that waits for a free number. */
export interface WaitingRequest {
  /** See Lease. */
  holder: string | null;
  country: string;
  /** ISO 8601. */
  since: string;
}

/** A token as people see it. The token itself is not included, nor stored anywhere; only its maker is told it, once. */
export interface NamedToken {
  name: string;
  /** Since when it has existed (ISO 8601). */
  since: string;
  /** null: no limit. Days and months are in UTC. */
  limits: { leases: number | null; perDay: Money | null; perMonth: Money | null };
  /** What its leases use now, and what their purchases cost, including those under way. */
  used: { leases: number; today: Money; thisMonth: Money };
}

/** A token that was just made, with what its holder has to know. */
export type MadeToken = NamedToken & { token: string };
