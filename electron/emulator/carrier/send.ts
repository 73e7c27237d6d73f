import { withoutWhatsApp } from '../addresses.ts';
import { tooManyRequests, TwilioError, unavailable } from '../errors.ts';
import { newMessage } from '../messageStore.ts';
import type { Context } from '../rest.ts';
import type { StoredMessage } from '../state.ts';
import { rememberMessage, type World } from '../world.ts';
import { magicRecipients, refusals } from './errorCodes.ts';
import { arrive, handOver } from './handOver.ts';
import { travel } from './journey.ts';
import { befalls, fateOf } from './messageFaults.ts';
import { isOptedOut } from './optOut.ts';
import type { Outgoing } from './outgoing.ts';

/**
 * Captures and stores a message. {@link forward} then lets it go its way.
 * @throws TwilioError as {@link admit} does; 503/20503 when it could not be captured.
 */
export async function send(context: Context, outgoing: Outgoing): Promise<StoredMessage> {
  await admit(context, outgoing);
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
  const wish = { ...outgoing, ...fateOf(world, outgoing.to) };
  const message = newMessage(world, wish, direction, outgoing.service ? 'accepted' : 'queued');
  if (message.lateMs === 0) await handOver(context, message);
  if (world.generation === generation) rememberMessage(world, message);
  return message;
}

/** Lets a stored message go its way: its status changes, and it arrives at its number if the account has that. */
export function forward(context: Context, message: StoredMessage): void {
  void travel(context, message);
  if (message.lateMs === 0) arrive(context, message);
}

/**
 * Lets the faults of sending befall a request.
 * @throws TwilioError 429/20429, 503/20503, and 400 when the recipient is refused: 21211, 21408, 21610, 21612, 21614.
 */
export async function admit({ world, courier }: Context, outgoing: Outgoing): Promise<void> {
  const slow = befalls(world, 'slow', outgoing.to);
  if (slow) await courier.pause(slow.delaySeconds * 1_000);
  if (befalls(world, 'tooManyRequests', outgoing.to)) throw tooManyRequests();
  if (befalls(world, 'unavailable', outgoing.to)) throw unavailable();
  requireRecipient(world, outgoing);
}

function requireRecipient(world: World, { to, from, service }: Outgoing): void {
  const { refusedRecipients } = world.faults;
  const number = withoutWhatsApp(to);
  const blocked = isOptedOut(world, { recipient: to, from, service }) ? 21610 : undefined;
  const told = magicRecipients[number] ?? blocked ?? befalls(world, 'refused', to)?.errorCode;
  const code = told ?? refusedRecipients[number] ?? refusedRecipients['*'];
  if (code !== undefined) throw new TwilioError(400, code, refusals[code](to, from));
}
