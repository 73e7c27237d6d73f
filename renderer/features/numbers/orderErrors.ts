import { leaseSchema } from '../../../electron/contract/api.ts';
import { durationError, leaseRange } from '../../ui/duration.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { leaseInput, moreFields, type OrderFields } from './order.ts';

// Apart from order.ts, because the first screen needs that, and no schema.

export function orderErrors(fields: OrderFields): Record<string, string> {
  const duration = durationError(fields.duration, leaseRange);
  return { ...fieldErrors(leaseSchema, leaseInput(fields)), ...(duration !== null && { duration }) };
}

export function isUnderMore(errors: Record<string, unknown>): boolean {
  return moreFields.some((name) => name in errors);
}
