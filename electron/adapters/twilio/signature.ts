import { createRequire } from 'node:module';

type Validate = (authToken: string, signature: string, url: string, parameters: Record<string, unknown>) => boolean;

/**
 * Twilio's own check of X-Twilio-Signature (constant time; with and without the default port), from the one file of
 * the SDK that it needs. `url` is the public URL that Twilio was given; whether a fragment is signed with it is not
 * documented, so both are accepted (twilio.com/docs/usage/webhooks/webhooks-security).
 */
export function createSignatureCheck(): Validate {
  const sdk = createRequire(import.meta.url)('twilio/lib/webhooks/webhooks.js') as { validateRequest: Validate };
  return (authToken, signature, url, parameters) => {
    const withoutFragment = url.replace(/#.*$/, '');
    const urls = withoutFragment === url ? [url] : [withoutFragment, url];
    return urls.some((candidate) => sdk.validateRequest(authToken, signature, candidate, parameters));
  };
}
