import type { IncomingMessage } from 'node:http';

/** Why a body could not be unpacked, from the error that body-parser threw; null for other errors. */
export function unpackingProblem(thrown: unknown, { headers }: Pick<IncomingMessage, 'headers'>): string | null {
  // body-parser's own errors have a type; zlib's are passed on with zlib's code.
  if (!(thrown instanceof Error) || !('status' in thrown) || !('code' in thrown) || 'type' in thrown) return null;
  const encoding = headers['content-encoding']?.toLowerCase();
  return encoding ? `The body could not be unpacked: it is not ${encoding}, as its Content-Encoding says.` : null;
}
