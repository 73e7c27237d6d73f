import { rfc2822 } from './dates.ts';
import { notFound } from './errors.ts';
import { listBody, paginate } from './paging.ts';
import { accountPath, requested, type Handler, type RestRequest } from './rest.ts';
import type { StoredMedia, StoredMessage } from './state.ts';
import type { World } from './world.ts';

/** `GET Messages/{MessageSid}/Media.json`. 404/20404 when there is no such message. */
export const listMedia: Handler = ({ world }, request) => {
  const message = messageOf(world, request);
  const page = paginate(request, message.media, ({ sid }) => sid);
  return {
    status: 200,
    body: listBody(request, 'media_list', page, (media) => mediaResource(world, message, media)),
  };
};

/** `GET Messages/{MessageSid}/Media/{Sid}.json`. 404/20404 when there is none. */
export const fetchMedia: Handler = ({ world }, request) => {
  const message = messageOf(world, request);
  return { status: 200, body: mediaResource(world, message, requested(message.media, request)) };
};

/** `DELETE Messages/{MessageSid}/Media/{Sid}.json`. 204, or 404/20404 when there is none. */
export const deleteMedia: Handler = ({ world }, request) => {
  const message = messageOf(world, request);
  const gone = requested(message.media, request);
  message.media = message.media.filter((media) => media !== gone);
  return { status: 204 };
};

function messageOf(world: World, { params, path }: RestRequest): StoredMessage {
  const message = world.messages.find(({ sid }) => sid === params['MessageSid']);
  if (!message) throw notFound(path);
  return message;
}

function mediaResource(world: World, message: StoredMessage, media: StoredMedia): Record<string, unknown> {
  const at = rfc2822(media.createdAt);
  return {
    account_sid: world.accountSid,
    content_type: media.contentType,
    date_created: at,
    date_updated: at,
    parent_sid: message.sid,
    sid: media.sid,
    uri: `${accountPath(world)}/Messages/${message.sid}/Media/${media.sid}.json`,
  };
}
