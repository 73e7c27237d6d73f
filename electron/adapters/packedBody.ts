import type { IncomingMessage } from 'node:http';

/** What is wrong with a body that could not be unpacked, by what body-parser threw for it; null when it is something else. */
export function unpackingProblem(thrown: unknown, { headers }: Pick<IncomingMessage, 'headers'>): string | null {
  // Its own errors have a type; what zlib says it passes on, with zlib's code.
  if (!(thrown instanceof Error) || !('status' in thrown) || !('code' in thrown) || 'type' in thrown) return null;
  const encoding = headers['content-encoding']?.toLowerCase();
  return encoding ? `The body could not be unpacked: it is not ${encoding}, as its Content-Encoding says.` : null;
}
