import fc from 'fast-check';

/** `few`, or more if OTP_DOCK_RUNS asks for it: OTP_DOCK_RUNS=50 tries fifty times as many. */
export const runs = (few: number): { numRuns: number } => ({
  numRuns: few * Number(process.env['OTP_DOCK_RUNS'] ?? 1),
});

type ValuesOf<Kinds extends readonly unknown[]> = {
  [Index in keyof Kinds]: Kinds[Index] extends fc.Arbitrary<infer Value> ? Value : never;
};

/**
 * Checks something with this many examples, each with one value of each kind; it must not throw or return false. Each
 * run uses other examples, so few will do.
 */
export function forAll<const Kinds extends readonly fc.Arbitrary<unknown>[]>(
  few: number,
  kinds: Kinds,
  check: (...values: ValuesOf<Kinds>) => unknown,
): Promise<void> {
  const holds = async (values: ValuesOf<Kinds>) => (await check(...values)) !== false;
  return fc.assert(fc.asyncProperty(fc.tuple(...kinds) as unknown as fc.Arbitrary<ValuesOf<Kinds>>, holds), runs(few));
}
