import { z } from 'zod';
import { numberTypeSchema } from '../contract/settings.ts';
import * as shapes from '../contract/shapes.ts';

// Fields of the records on the disk. These are not taken on trust: another program may have changed the file.

/** Milliseconds since the epoch that are a date. */
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
/** What a lease keeps of its number, which may be gone or serve another lease by the time that somebody asks. */
export type LeasedNumber = z.infer<typeof leasedSchema>;
