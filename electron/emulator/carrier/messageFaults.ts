import { z } from 'zod';
import { withoutWhatsApp } from '../addresses.ts';
import { codesOf, deliveryErrors, refusals, type DeliveryErrorCode } from './errorCodes.ts';

const errorCode = <Code extends number>(codes: Code[]) =>
  z.literal(codes, { error: `must be one of ${codes.join(', ')}` });
/** Ten minutes at most. */
const delaySeconds = z.number('must be a number of seconds').min(0.001).max(600);

const scope = {
  /** Only of messages to this number; null: to everybody. */
  to: z
    .string()
    .regex(/^\+[1-9]\d{5,14}$/, 'must be a number such as "+12025550123"')
    .nullable()
    .default(null),
  /** How many messages it befalls before it is over; null: all until it is taken back. */
  times: z.int('must be a whole number').min(1).max(1_000_000).nullable().default(null),
};

/** What may befall a message that is captured. */
const kinds = [
  /** The request is answered 400 with this code. */
  z.strictObject({ kind: z.literal('refused'), errorCode: errorCode(codesOf(refusals)), ...scope }),
  /** 429/20429 with Retry-After. */
  z.strictObject({ kind: z.literal('tooManyRequests'), ...scope }),
  /** 503/20503. */
  z.strictObject({ kind: z.literal('unavailable'), ...scope }),
  /** The request is answered after this time. */
  z.strictObject({ kind: z.literal('slow'), delaySeconds, ...scope }),
  /** It is accepted and does not arrive. */
  z.strictObject({ kind: z.literal('undelivered'), errorCode: errorCode(codesOf(deliveryErrors)), ...scope }),
  /** It is accepted, and arrives after this time; then its status is `delivered`, too. */
  z.strictObject({ kind: z.literal('late'), delaySeconds, ...scope }),
  /** It arrives twice: two messages of the same text. */
  z.strictObject({ kind: z.literal('twice'), ...scope }),
  /** Its StatusCallback is never called. */
  z.strictObject({ kind: z.literal('callbacksLost'), ...scope }),
  /** Its StatusCallback is called twice for each status. */
  z.strictObject({ kind: z.literal('callbacksTwice'), ...scope }),
] as const;

const names = kinds.map(({ shape }) => shape.kind.value);

/** The fault `messages`. */
export const messageFaults = z
  .array(z.discriminatedUnion('kind', kinds, { error: `must be one of ${names.join(', ')}` }))
  .max(1_000)
  .default([]);

export type MessageFault = z.output<typeof messageFaults>[number];
type Kind = MessageFault['kind'];

/** Where faults are kept: in the world. */
interface Faulty {
  faults: {
    messages: MessageFault[];
    undeliverable: Record<string, DeliveryErrorCode>;
  };
  /** Told whenever a fault is set or over. */
  faultsChanged: () => void;
}

/** The fault of this kind for the next message to a recipient, which it befalls: that of the recipient goes first. */
export function befalls<K extends Kind>(
  world: Faulty,
  kind: K,
  recipient: string,
): Extract<MessageFault, { kind: K }> | null {
  const { messages } = world.faults;
  if (messages.length === 0) return null;
  const ofKind = messages.filter((fault): fault is Extract<MessageFault, { kind: K }> => fault.kind === kind);
  const number = withoutWhatsApp(recipient);
  const found = ofKind.find(({ to }) => to === number) ?? ofKind.find(({ to }) => to === null);
  if (!found || found.times === null) return found ?? null;
  const left = found.times > 1 ? [{ ...found, times: found.times - 1 }] : [];
  world.faults.messages = messages.flatMap((fault) => (fault === found ? left : [fault]));
  world.faultsChanged();
  return found;
}

/** What becomes of a message on its way. */
export interface Fate {
  /** Why it does not arrive, known in advance; null if it does. */
  errorCode: DeliveryErrorCode | null;
  lateMs: number;
  /** How often it arrives. */
  copies: number;
  /** How often its StatusCallback is called for each status. */
  callbacks: number;
}

/** What becomes of the next message to a recipient. */
export function fateOf(world: Faulty, recipient: string): Fate {
  const { undeliverable } = world.faults;
  const told = befalls(world, 'undelivered', recipient)?.errorCode;
  const errorCode = told ?? undeliverable[withoutWhatsApp(recipient)] ?? undeliverable['*'] ?? null;
  const callbacks = befalls(world, 'callbacksLost', recipient)
    ? 0
    : befalls(world, 'callbacksTwice', recipient)
      ? 2
      : 1;
  if (errorCode !== null) return { errorCode, lateMs: 0, copies: 1, callbacks };
  const lateMs = (befalls(world, 'late', recipient)?.delaySeconds ?? 0) * 1_000;
  return { errorCode, lateMs, copies: befalls(world, 'twice', recipient) ? 2 : 1, callbacks };
}
