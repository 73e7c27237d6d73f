import { z } from 'zod';
import { delayKinds, deliveryErrorCodes, plainFaultKinds, refusalCodes, type FaultInput } from './faults.ts';
import { shape } from './shapes.ts';
import { phrases } from './words/phrases.ts';

const { validation: says } = phrases;

const most = 1_000_000;
const wholeRule = says.faultTimes.key;
const times = z
  .number(wholeRule)
  .int(wholeRule)
  .min(1, wholeRule)
  .max(most, wholeRule)
  .nullable()
  .optional()
  .meta({ description: 'How many messages it befalls before it is over; null or absent: all until it is cleared.' });

const delayRule = says.faultDelay.key;
const delaySeconds = z.number(delayRule).min(0.001, delayRule).max(600, delayRule);

const refusal = z.literal(refusalCodes, says.refusalCode.key);
const deliveryError = z.literal(deliveryErrorCodes, says.deliveryErrorCode.key);

const faultSchema = shape<FaultInput>()(
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('refused'), errorCode: refusal, times }),
      z.strictObject({ kind: z.literal('undelivered'), errorCode: deliveryError, times }),
      z.strictObject({ kind: z.enum(delayKinds), delaySeconds, times }),
      z.strictObject({ kind: z.enum(plainFaultKinds), times }),
    ],
    says.faultKind.key,
  ),
);

const to = z
  .string(says.number.key)
  .trim()
  .regex(/^\+[1-9]\d{6,14}$/, says.number.key)
  .meta({ description: 'Only messages to this number (E.164); absent: to everybody.' });

/** The faults of one recipient, or with none of everybody; they replace those that it had. */
export const faultsSchema = z.strictObject({
  to: to.optional(),
  faults: z
    .array(faultSchema)
    .max(100)
    .meta({ description: 'Of several of one kind, the first counts until it is over.' }),
});
export type FaultsInput = z.infer<typeof faultsSchema>;

/** Whose faults are cleared: with none, everybody’s and each recipient’s. */
export const clearFaultsSchema = z.strictObject({ to: to.optional() });
