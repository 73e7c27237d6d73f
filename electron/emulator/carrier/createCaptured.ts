import { messageResource } from '../messageResource.ts';
import type { Handler } from '../rest.ts';
import { parseOutgoing } from './outgoing.ts';
import { schedule } from './schedule.ts';
import { forward, send } from './send.ts';

/**
 * `POST Messages.json` when messages are captured: 201 only after the message was taken. 503/20503 when it could not
 * be; then it was not sent. Other errors as in {@link parseOutgoing} and {@link send}.
 */
export const createCaptured: Handler = async (context, { form }) => {
  const { world } = context;
  const outgoing = parseOutgoing(form, world.now());
  if (outgoing.sendAt !== null) return { status: 201, body: messageResource(world, await schedule(context, outgoing)) };
  const message = await send(context, outgoing);
  const body = messageResource(world, message);
  forward(context, message);
  return { status: 201, body };
};
