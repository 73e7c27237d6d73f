import { asTwilioError } from '../errors.ts';
import { newMessage } from '../messageStore.ts';
import type { Context } from '../rest.ts';
import type { StoredMessage } from '../state.ts';
import { isStored, rememberMessage, type World } from '../world.ts';
import { handOver } from './handOver.ts';
import type { Outgoing } from './outgoing.ts';
import { fateOf } from './messageFaults.ts';
import { admit, forward } from './send.ts';

/** The longest time that a timer of Node takes. */
const longestWaitMs = 2 ** 31 - 1;

/** Stores a message that is captured and sent when its time has come. @throws TwilioError as {@link admit} does. */
export async function schedule(context: Context, outgoing: Outgoing): Promise<StoredMessage> {
  await admit(context, outgoing);
  const message = newMessage(context.world, outgoing, 'outbound-api', 'scheduled');
  rememberMessage(context.world, message);
  void waitFor(context, message);
  return message;
}

/** Sends what is due, after the clock was moved. */
export function releaseDue(context: Context): void {
  for (const message of context.world.messages) if (isDue(context.world, message)) void release(context, message);
}

async function waitFor(context: Context, message: StoredMessage): Promise<void> {
  const { world, courier } = context;
  while (isWaiting(world, message) && !isDue(world, message)) {
    const leftMs = (message.sendAt ?? 0) - world.now();
    if (!(await courier.pause(Math.min(leftMs, longestWaitMs)))) return;
  }
  if (isDue(world, message)) await release(context, message);
}

/** Nobody waits for an answer any more: what cannot be captured is undelivered. */
async function release(context: Context, message: StoredMessage): Promise<void> {
  message.status = 'accepted';
  Object.assign(message, fateOf(context.world, message.to));
  try {
    if (message.lateMs === 0) await handOver(context, message);
  } catch (thrown) {
    context.log(`${message.sid} was due and not sent: ${asTwilioError(thrown).message}`);
    message.errorCode = 30008;
  }
  forward(context, message);
}

function isWaiting(world: World, message: StoredMessage): boolean {
  return message.status === 'scheduled' && isStored(world, message);
}

function isDue(world: World, message: StoredMessage): boolean {
  return isWaiting(world, message) && (message.sendAt ?? 0) <= world.now();
}
