/**
 * How many examples a property is tried with. They are others in each run of the tests, so few will do;
 * OTP_DOCK_RUNS=50 tries fifty times as many.
 */
export const runs = (few: number): { numRuns: number } => ({
  numRuns: few * Number(process.env['OTP_DOCK_RUNS'] ?? 1),
});
