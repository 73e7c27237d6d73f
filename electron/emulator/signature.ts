import { createHmac } from 'node:crypto';

/**
 * The value of X-Twilio-Signature: base64 of HMAC-SHA1, keyed with the account's auth token, over the called URL (with
 * query, without fragment) and each POST parameter's name and value, sorted by name
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-security).
 */
export function signRequest(authToken: string, url: string, postParams: Readonly<Record<string, string>>): string {
  const names = Object.keys(postParams).sort();
  const signed = names.reduce((text, name) => text + name + postParams[name], withoutFragment(url));
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

/** Removes the fragment without touching anything else: parsing and printing would re-encode the URL. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
