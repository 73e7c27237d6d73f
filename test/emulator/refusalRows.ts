type Row = [given: string | Record<string, string>, status: number, code: number];

/** One row for each refused request of a table: method and path, then the queries or forms with status and code. */
export function rowsOf(refusals: unknown) {
  return Object.entries(refusals as Record<string, Row[]>).flatMap(([request, refused]) =>
    refused.map(([given, status, code]) => ({ request, given, status, code })),
  );
}
