import { randomBytes } from 'node:crypto';
import { rfc2822 } from './dates.ts';
import { invalidParameter, TwilioError } from './errors.ts';
import { listBody, paginate } from './paging.ts';
import { requested, type Handler } from './rest.ts';
import { isSid, newSid } from './sids.ts';
import type { ApiKey } from './state.ts';
import type { World } from './world.ts';

const mainOnly = /^\/2010-04-01\/Accounts(?:\.json|\/[^/]+\.json|\/[^/]+\/Keys(?:\.json|\/.*))$/;

/**
 * Refuses what only a Main key may do, in Twilio's words for it.
 * @throws TwilioError 401/20003, as for a wrong key.
 */
export function requireAccess({ type }: ApiKey, path: string): void {
  if (type === 'standard' && mainOnly.test(path))
    throw new TwilioError(401, 20003, 'Authentication Error - invalid username');
}

/** @throws Error for an invalid SID. */
export function addKey(
  world: World,
  { sid, secret, type = 'standard' }: Pick<ApiKey, 'sid' | 'secret'> & Partial<ApiKey>,
): void {
  if (!isSid(sid, 'SK')) throw new Error(`Not an API key (SK and 32 hexadecimal digits): ${sid}`);
  const at = world.now();
  world.apiKeys.push({ sid, secret, type, friendlyName: null, createdAt: at, updatedAt: at });
}

/** `GET Keys.json`: newest first (unconfirmed). */
export const listKeys: Handler = ({ world }, request) => {
  const page = paginate(request, world.apiKeys.toReversed(), ({ sid }) => sid);
  return { status: 200, body: listBody(request, 'keys', page, keyResource) };
};

/** `POST Keys.json`: a Standard key, with its secret, which is never told again. 400/20001 for too long a name. */
export const createKey: Handler = ({ world }, { form }) => {
  const at = world.now();
  const secret = randomBytes(24).toString('base64url').replace(/[-_]/g, 'x');
  const friendlyName = nameIn(form);
  const key: ApiKey = { sid: newSid('SK'), secret, type: 'standard', friendlyName, createdAt: at, updatedAt: at };
  world.apiKeys.push(key);
  return { status: 201, body: { ...keyResource(key), secret } };
};

/** `GET Keys/{Sid}.json`. 404/20404 when the account does not have it. */
export const fetchKey: Handler = ({ world }, request) => ({
  status: 200,
  body: keyResource(requested(world.apiKeys, request)),
});

/** `POST Keys/{Sid}.json`: renames it. */
export const updateKey: Handler = ({ world }, request) => {
  const key = requested(world.apiKeys, request);
  key.friendlyName = nameIn(request.form) ?? key.friendlyName;
  key.updatedAt = world.now();
  return { status: 200, body: keyResource(key) };
};

/** `DELETE Keys/{Sid}.json`: it is refused from now on. */
export const deleteKey: Handler = ({ world }, request) => {
  const key = requested(world.apiKeys, request);
  world.apiKeys = world.apiKeys.filter((other) => other !== key);
  return { status: 204 };
};

function nameIn(form: URLSearchParams): string | null {
  const name = form.get('FriendlyName');
  if (name !== null && name.length > 64) throw invalidParameter('FriendlyName must be at most 64 characters long');
  return name;
}

function keyResource({ sid, friendlyName, createdAt, updatedAt }: ApiKey): Record<string, unknown> {
  return {
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(updatedAt),
    friendly_name: friendlyName,
    sid,
  };
}
