import { randomInt } from 'node:crypto';
import { newSid } from '../sids.ts';
import type { World } from '../world.ts';
import type { Verification, VerifyService } from './state.ts';
import type { Wish } from './wishes.ts';

/** A code is good for ten minutes, however often it is sent. */
const lifeMs = 600_000;

/** Whether a verification can still be used. Twilio forgets it when it is approved, canceled or expired. */
function isLive(world: World, { status, createdAt }: Verification): boolean {
  return (status === 'pending' || status === 'max_attempts_reached') && world.now() < createdAt + lifeMs;
}

/** The verification of a service with this SID or number, as long as it lives. */
export function liveVerification(world: World, serviceSid: string, sidOrTo: string): Verification | undefined {
  return world.verifications.findLast(
    (one) => one.serviceSid === serviceSid && [one.sid, one.to].includes(sidOrTo) && isLive(world, one),
  );
}

/** One that was not yet sent. */
export function newVerification(
  world: World,
  { sid: serviceSid, settings }: VerifyService,
  { to, amount, payee }: Wish,
  lineType: Verification['lineType'],
): Verification {
  const at = world.now();
  return {
    sid: newSid('VE'),
    serviceSid,
    to,
    code: Array.from({ length: settings.code_length }, () => randomInt(10)).join(''),
    status: 'pending',
    checks: 0,
    sendings: [],
    lineType,
    amount,
    payee,
    createdAt: at,
    updatedAt: at,
  };
}
