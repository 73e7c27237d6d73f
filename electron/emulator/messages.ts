import { createCaptured } from './carrier/createCaptured.ts';
import { gmtDay, parseGmtDay } from './dates.ts';
import { invalidParameter, TwilioError } from './errors.ts';
import { completeOutbound, maxBodyLength, storeInbound, storeOutbound, type Draft } from './messageStore.ts';
import { isE164 } from './addresses.ts';
import { messageResource } from './messageResource.ts';
import { listBody, paginate } from './paging.ts';
import { e164Param, requested, type Handler } from './rest.ts';
import type { MessageStatus, StoredMessage } from './state.ts';
import { ownedNumber, type World } from './world.ts';

const unfinished: readonly MessageStatus[] = ['scheduled', 'accepted', 'queued'];

type Filter = (message: StoredMessage) => boolean;

/** `GET Messages.json`: newest first. 400/20001 for an invalid date. */
export const listMessages: Handler = ({ world }, request) => {
  const filters = messageFilters(request.query);
  const messages = visible(world)
    .toReversed()
    .filter((message) => filters.every((matches) => matches(message)));
  const page = paginate(request, messages, (message) => message.sid);
  return { status: 200, body: listBody(request, 'messages', page, (message) => messageResource(world, message)) };
};

/** `POST Messages.json`: {@link createCaptured} when messages are captured, else {@link createQueued}. */
export const createMessage: Handler = (context, request) =>
  context.capture ? createCaptured(context, request) : createQueued(context, request);

/**
 * `POST Messages.json`: 201 with a queued message, which is delivered at once; if it goes to one of the account's own
 * numbers, it arrives there too. @throws TwilioError 400: 21604 no To, 21211 To is not a number, 21603 no From, 21606
 * From is not the account's, 21602 no text, 21617 text too long.
 */
const createQueued: Handler = ({ world, courier }, request) => {
  const draft = outboundDraft(world, request.form);
  const message = storeOutbound(world, draft);
  const body = messageResource(world, message);
  completeOutbound(world, message);
  const receiver = ownedNumber(world, draft.to);
  if (receiver) void courier.deliver(receiver, storeInbound(world, receiver, draft));
  return { status: 201, body };
};

/** `GET Messages/{Sid}.json`. 404/20404 when there is none. */
export const fetchMessage: Handler = ({ world }, request) => ({
  status: 200,
  body: messageResource(world, requested(visible(world), request)),
});

/**
 * `POST Messages/{Sid}.json`: an empty Body redacts the text, Status `canceled` ends a scheduled message.
 * @throws TwilioError 400: 20001 for another text or status, 30409 when the message is not scheduled.
 */
export const updateMessage: Handler = ({ world }, request) => {
  const message = requested(visible(world), request);
  if (request.form.get('Body')) throw invalidParameter('Body can only be set to an empty string');
  const status = request.form.get('Status');
  if (status !== null && status !== 'canceled') throw invalidParameter(`Status can only be set to canceled: ${status}`);
  if (status !== null && message.status !== 'scheduled')
    throw new TwilioError(400, 30409, 'This message cannot be canceled');
  if (status !== null) message.status = status;
  if (request.form.has('Body')) message.body = '';
  message.updatedAt = world.now();
  return { status: 200, body: messageResource(world, message) };
};

/** `DELETE Messages/{Sid}.json`. 204; 404/20404 when there is none, 409/20009 when it is not yet sent. */
export const deleteMessage: Handler = ({ world }, request) => {
  const message = requested(visible(world), request);
  if (unfinished.includes(message.status))
    throw new TwilioError(409, 20009, 'Cannot delete this resource before it is complete');
  world.messages = world.messages.filter((other) => other !== message);
  return { status: 204 };
};

/** Twilio does not list what Verify sends. */
function visible({ messages }: World): StoredMessage[] {
  return messages.filter(({ service }) => !service?.startsWith('VA'));
}

function outboundDraft(world: World, form: URLSearchParams): Draft {
  const to = e164Param(form, 'To') ?? '';
  const from = e164Param(form, 'From') ?? '';
  const body = form.get('Body') ?? '';
  const media = form.getAll('MediaUrl').map((url) => ({ url, contentType: 'image/jpeg' }));
  if (to === '') throw new TwilioError(400, 21604, "A 'To' phone number is required.");
  if (!isE164(to)) throw new TwilioError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
  if (from === '') throw new TwilioError(400, 21603, "A 'From' phone number is required.");
  if (!ownedNumber(world, from))
    throw new TwilioError(400, 21606, `The 'From' phone number ${from} is not a number of this account.`);
  if (body === '' && media.length === 0) throw new TwilioError(400, 21602, 'Message body is required.');
  if (body.length > maxBodyLength)
    throw new TwilioError(400, 21617, 'The concatenated message body exceeds the 1600 character limit');
  return { to, from, body, media };
}

/** Twilio compares whole GMT days; both bounds are inclusive. */
function messageFilters(query: URLSearchParams): Filter[] {
  const [to, from] = [e164Param(query, 'To'), e164Param(query, 'From')];
  const filters: Filter[] = [];
  if (to !== null) filters.push((message) => message.to === to);
  if (from !== null) filters.push((message) => message.from === from);
  const onDay = (name: string, holds: (sent: string, day: string) => boolean): void => {
    const day = dayParam(query, name);
    if (day !== null) filters.push(({ sentAt }) => sentAt !== null && holds(gmtDay(sentAt), day));
  };
  onDay('DateSent', (sent, day) => sent === day);
  onDay('DateSent>', (sent, day) => sent >= day);
  onDay('DateSent<', (sent, day) => sent <= day);
  return filters;
}

function dayParam(query: URLSearchParams, name: string): string | null {
  const text = query.get(name);
  const day = text === null ? null : parseGmtDay(text);
  if (text !== null && day === null) throw invalidParameter(`${name} must be a date (YYYY-MM-DD): ${text}`);
  return day;
}
