import { TwilioError } from '../errors.ts';
import type { Context } from '../rest.ts';
import type { StoredMessage } from '../state.ts';

/** Hands a sent message over. @throws TwilioError 503/20503 when it could not be taken: then it was not sent. */
export async function handOver({ capture, log }: Context, message: StoredMessage): Promise<void> {
  const { sid, from, to, body, media, service, errorCode, createdAt, sendAt } = message;
  const files = media.map(({ url, contentType }) => ({ url: url ?? '', contentType }));
  try {
    const taken = await capture?.({ sid, from, to, body, media: files, service, at: sendAt ?? createdAt, errorCode });
    message.arrived = taken === 'arrived';
  } catch (thrown) {
    log(`${sid} could not be captured: ${String(thrown)}`);
    throw new TwilioError(503, 20503, 'Service Unavailable');
  }
}
