import { withoutWhatsApp } from '../addresses.ts';
import { TwilioError } from '../errors.ts';
import { newMessage, storeInbound } from '../messageStore.ts';
import type { Context } from '../rest.ts';
import type { StoredMessage } from '../state.ts';
import { ownedNumber, rememberMessage, type World } from '../world.ts';
import { magicRecipients, refusals, type DeliveryErrorCode } from './errorCodes.ts';
import { handOver } from './handOver.ts';
import { travel } from './journey.ts';
import { isOptedOut } from './optOut.ts';
import type { Outgoing } from './outgoing.ts';

/**
 * Captures and stores a message. {@link forward} then lets it go its way.
 * @throws TwilioError 400 when the recipient is refused; 503/20503 when it could not be captured.
 */
export async function send(context: Context, outgoing: Outgoing): Promise<StoredMessage> {
  requireRecipient(context.world, outgoing);
  return dispatch(context, outgoing, 'outbound-api');
}

/** Like {@link send}, for what goes to a recipient who has opted out, too. */
export async function dispatch(
  context: Context,
  outgoing: Outgoing,
  direction: StoredMessage['direction'],
): Promise<StoredMessage> {
  const { world } = context;
  const { generation } = world;
  const errorCode = deliveryErrorOf(world, outgoing.to);
  const message = newMessage(world, { ...outgoing, errorCode }, direction, outgoing.service ? 'accepted' : 'queued');
  await handOver(context, message);
  if (world.generation === generation) rememberMessage(world, message);
  return message;
}

/** Lets a stored message go its way: its status changes, and it arrives at its number if the account has that. */
export function forward(context: Context, message: StoredMessage): void {
  void travel(context, message);
  const { to, from, body, media, errorCode, arrived } = message;
  const number = ownedNumber(context.world, withoutWhatsApp(to));
  if (!number || errorCode !== null || arrived) return;
  const pictures = media.map(({ contentType }) => ({ url: null, contentType }));
  void context.courier.deliver(number, storeInbound(context.world, number, { to, from, body, media: pictures }));
}

/** @throws TwilioError 400: 21211, 21408, 21610, 21612 or 21614. */
export function requireRecipient(world: World, { to, from, service }: Outgoing): void {
  const { refusedRecipients } = world.faults;
  const number = withoutWhatsApp(to);
  const blocked = isOptedOut(world, { recipient: to, from, service }) ? 21610 : undefined;
  const code = magicRecipients[number] ?? blocked ?? refusedRecipients[number] ?? refusedRecipients['*'];
  if (code !== undefined) throw new TwilioError(400, code, refusals[code](to, from));
}

export function deliveryErrorOf({ faults }: World, to: string): DeliveryErrorCode | null {
  return faults.undeliverable[withoutWhatsApp(to)] ?? faults.undeliverable['*'] ?? null;
}
