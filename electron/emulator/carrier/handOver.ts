import { TwilioError } from '../errors.ts';
import type { Context } from '../rest.ts';
import type { StoredMessage } from '../state.ts';
import type { World } from '../world.ts';

/** Hands a sent message over. @throws TwilioError 503/20503 when it could not be taken: then it was not sent. */
export async function handOver({ world, capture, log }: Context, message: StoredMessage): Promise<void> {
  const { sid, from, to, body, media, errorCode, createdAt, sendAt } = message;
  const service = message.service === null ? null : { sid: message.service, name: nameOf(world, message.service) };
  const files = media.map(({ url, contentType }) => ({ url: url ?? '', contentType }));
  try {
    const taken = await capture?.({ sid, from, to, body, media: files, service, at: sendAt ?? createdAt, errorCode });
    message.arrived = taken === 'arrived';
  } catch (thrown) {
    log(`${sid} could not be captured: ${String(thrown)}`);
    throw new TwilioError(503, 20503, 'Service Unavailable');
  }
}

/** Messaging Services are not kept here, so they have none. */
function nameOf({ verifyServices }: World, service: string): string | null {
  return verifyServices.find(({ sid }) => sid === service)?.settings.friendly_name ?? null;
}
