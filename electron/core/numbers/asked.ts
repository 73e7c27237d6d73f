import { z } from 'zod';
import type { LeaseInput } from '../../contract/api.ts';
import { appError, type AppError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { NumberType, Settings } from '../../contract/settings.ts';
import { termsOf } from './allocate.ts';

const say = phrases.numbers;

/** What a request asks for: tells the same request sent again from another one with its id. */
export const askedSchema = z.object({
  /** Only what was given. */
  given: z.string(),
  /** With the defaults from Settings for the rest. */
  meant: z.string(),
});
export type Asked = z.infer<typeof askedSchema>;

/**
 * The wait for a number does not count: whoever asks again has already waited for part of it. Nor does the mode, which
 * says where it is asked for.
 */
type Counted = Record<keyof Omit<LeaseInput, 'waitSeconds' | 'mode'>, unknown>;

export function askedOf(input: LeaseInput, settings: Settings): Asked {
  const { ttlSeconds = settings.ttlSeconds, quarantineSeconds = settings.quarantineSeconds } = input;
  const defaults = { ...termsOf(input, settings), ttlSeconds, quarantineSeconds };
  return { given: textOf(input), meant: textOf({ ...input, ...defaults }) };
}

/** Either will do: Settings may have changed in between, or a default was asked for by name. */
export function isSameAsked(one: Asked, other: Asked): boolean {
  return one.given === other.given || one.meant === other.meant;
}

/** The error for a request with another one's id. */
export function keyOfAnother(): AppError {
  return appError('CONFLICT', say.keyOfAnother, say.keyOfAnotherHint);
}

// Leaves out what means the same as nothing, and ignores the order of names.
function textOf(input: Omit<LeaseInput, 'type'> & { type?: NumberType | null | undefined }): string {
  const counted: Counted = {
    country: input.country,
    type: input.type ?? undefined,
    areaCode: input.areaCode,
    contains: input.contains,
    locality: input.locality,
    capabilities: input.capabilities?.length ? [...new Set(input.capabilities)].toSorted() : undefined,
    ttlSeconds: input.ttlSeconds,
    policy: input.policy,
    label: input.label || undefined,
    service: input.service,
    fresh: input.fresh || undefined,
    heartbeatSeconds: input.heartbeatSeconds ?? undefined,
    quarantineSeconds: input.quarantineSeconds,
  };
  return JSON.stringify(counted);
}
