import { AppError, type Failure } from '../../electron/contract/errors.ts';

/** The failure that a promise rejects with; it has to be an AppError. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  return (await appErrorOf(promise)).failure;
}

export const codeOf = async (promise: Promise<unknown>): Promise<Failure['code']> => (await failureOf(promise)).code;

export async function appErrorOf(promise: Promise<unknown>): Promise<AppError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof AppError) return outcome;
  throw new Error(`Expected an AppError, got ${String(outcome)}`, { cause: outcome });
}

/** Like {@link failureOf}, for code that throws synchronously. */
export function thrownFailure(work: () => unknown): Failure {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.failure;
    throw thrown;
  }
  throw new Error('Nothing was thrown');
}
