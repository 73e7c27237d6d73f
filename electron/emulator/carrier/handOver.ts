import { withoutWhatsApp } from '../addresses.ts';
import { unavailable } from '../errors.ts';
import { storeInbound } from '../messageStore.ts';
import type { Context } from '../rest.ts';
import { newSid } from '../sids.ts';
import type { StoredMessage } from '../state.ts';
import { ownedNumber, type World } from '../world.ts';

/** Hands a sent message over. @throws TwilioError 503/20503 when it could not be taken: then it was not sent. */
export async function handOver({ capture, log, world }: Context, message: StoredMessage): Promise<void> {
  const { sid, from, to, body, media, errorCode, createdAt, sendAt, lateMs, copies } = message;
  const service = message.service === null ? null : { sid: message.service, name: nameOf(world, message.service) };
  const files = media.map(({ url, contentType }) => ({ url: url ?? '', contentType }));
  const at = lateMs > 0 ? world.now() : (sendAt ?? createdAt);
  const one = { from, to, body, media: files, service, at, errorCode };
  try {
    const taken = await capture?.({ sid, ...one });
    message.arrived = taken === 'arrived';
  } catch (thrown) {
    log(`${sid} could not be captured: ${String(thrown)}`);
    throw unavailable();
  }
  const handOverCopy = async () => capture?.({ sid: newSid(sid.slice(0, 2)), ...one });
  for (let copy = 1; copy < copies; copy += 1)
    // The first is taken: the app must not send it again.
    await handOverCopy().catch((thrown: unknown) => log(`${sid} came but once: ${String(thrown)}`));
}

/** Lets a message arrive at its number, if the account has that and who captured the message does not. */
export function arrive({ world, courier }: Context, message: StoredMessage): void {
  const { to, from, body, media, errorCode, arrived, copies } = message;
  const number = ownedNumber(world, withoutWhatsApp(to));
  if (!number || errorCode !== null || arrived) return;
  const pictures = media.map(({ contentType }) => ({ url: null, contentType }));
  for (let copy = 0; copy < copies; copy += 1)
    void courier.deliver(number, storeInbound(world, number, { to, from, body, media: pictures }));
}

/** Hands a late message over. Nobody waits for an answer any more: if that fails, it is undelivered. */
export async function arriveLate(context: Context, message: StoredMessage): Promise<void> {
  try {
    await handOver(context, message);
    arrive(context, message);
  } catch {
    message.errorCode = 30008;
  }
}

/** Messaging Services are not kept here, so they have none. */
function nameOf({ verifyServices }: World, service: string): string | null {
  return verifyServices.find(({ sid }) => sid === service)?.settings.friendly_name ?? null;
}
