import type { IncomingMessage } from 'node:http';
import { invalidParameter, TwilioError, unsupportedMediaType } from './errors.ts';

/** Far larger than any form the API accepts. Bytes. */
const limit = 65_536;

/**
 * A request's body. Rejects with a TwilioError: 413/20413 when it is too long, 415/20415 when it is compressed, 400/20001
 * when the client goes away before its end.
 */
export function bodyOf(request: IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let length = 0;
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') reject(unsupportedMediaType());
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else reject(new TwilioError(413, 20413, 'The request body is too large'));
  });
  request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  request.on('error', () => reject(invalidParameter('The request body could not be read')));
  return promise;
}
