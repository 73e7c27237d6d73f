import fc from 'fast-check';

/** `few`, or more where OTP_DOCK_RUNS asks for it: OTP_DOCK_RUNS=50 tries fifty times as many. */
export const runs = (few: number): { numRuns: number } => ({
  numRuns: few * Number(process.env['OTP_DOCK_RUNS'] ?? 1),
});

type ValuesOf<Kinds extends readonly unknown[]> = {
  [Index in keyof Kinds]: Kinds[Index] extends fc.Arbitrary<infer Value> ? Value : never;
};

/**
 * Tries something with so many examples, each with a value of each kind; it must not throw, or answer false. The
 * examples are others in each run of the tests, so few will do.
 */
export function forAll<const Kinds extends readonly fc.Arbitrary<unknown>[]>(
  few: number,
  kinds: Kinds,
  check: (...values: ValuesOf<Kinds>) => unknown,
): Promise<void> {
  const holds = async (values: ValuesOf<Kinds>) => (await check(...values)) !== false;
  return fc.assert(fc.asyncProperty(fc.tuple(...kinds) as unknown as fc.Arbitrary<ValuesOf<Kinds>>, holds), runs(few));
}
