import { createRequire } from 'node:module';

type Parameters = Record<string, unknown>;
export type SignatureCheck = (authToken: string, signature: string, url: string, parameters: Parameters) => boolean;
export type Signer = (authToken: string, url: string, parameters: Parameters) => string;

interface Sdk {
  validateRequest: SignatureCheck;
  getExpectedTwilioSignature: Signer;
}

/**
 * Twilio's own check of X-Twilio-Signature (constant time; with and without the default port; a repeated name counts
 * each value once, in order), from the only SDK file it needs. `url` is the public URL given to Twilio; it is not
 * documented whether a fragment is signed, so both are accepted (twilio.com/docs/usage/webhooks/webhooks-security).
 */
export function createSignatureCheck(): SignatureCheck {
  const { validateRequest } = loadSdk();
  return (authToken, signature, url, parameters) => {
    const bare = withoutFragment(url);
    const urls = bare === url ? [url] : [bare, url];
    return urls.some((candidate) => validateRequest(authToken, signature, candidate, parameters));
  };
}

/** Signs as Twilio does; loaded at first use. The URL's fragment is left out: it is not sent. */
export function createSigner(): Signer {
  return (authToken, url, parameters) =>
    loadSdk().getExpectedTwilioSignature(authToken, withoutFragment(url), parameters);
}

function loadSdk(): Sdk {
  return createRequire(import.meta.url)('twilio/lib/webhooks/webhooks.js') as Sdk;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
