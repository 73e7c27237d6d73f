import { z } from 'zod';
import { numberTypeSchema } from '../contract/settings.ts';
import * as shapes from '../contract/shapes.ts';

// Fields of records on disk. They are not trusted: another program may have changed the file.

/** Milliseconds since the epoch that make a valid date. */
export const time = z.number().min(-8.64e15).max(8.64e15);

export const money = shapes.money.refine(({ amount }) => /^-?\d+(\.\d+)?$/.test(amount));

/** A later version may have had more codes. */
export const failure = shapes.failureRecord.extend({ code: shapes.failureRecord.shape.code.catch('INTERNAL') });

export const leasedSchema = z.object({
  number: z.string(),
  numberSid: z.string(),
  type: numberTypeSchema.nullable(),
  monthlyPrice: money.nullable(),
});
/** What a lease keeps of its number, which may since be gone or serve another lease. */
export type LeasedNumber = z.infer<typeof leasedSchema>;
