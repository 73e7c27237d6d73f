import { isIP } from 'node:net';
import { z } from 'zod';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const { host: say, validation: says } = phrases;

/** How others reach the headless host. By default nobody does: it is on loopback alone. */
export interface Network {
  /** IP address of the API, the user interface and the webhook listener. */
  listen: string;
  /** The https origin by which others reach the API and the user interface; then no other name is answered. */
  apiUrl: string | null;
  /** Whether others, such as a proxy, were told its ports: then no others will do. */
  exactPorts: boolean;
  /** PEM files. null: with a public address, TLS ends at a proxy in front. */
  tls: TlsFiles | null;
  /** The owner's token; null: the one in the data folder. */
  apiToken: string | null;
}

export interface TlsFiles {
  cert: string;
  key: string;
}

export const loopbackOnly: Network = {
  listen: '127.0.0.1',
  apiUrl: null,
  exactPorts: false,
  tls: null,
  apiToken: null,
};

export const ipAddress = z
  .string()
  .trim()
  .transform((address) => (address.toLowerCase() === 'localhost' ? '127.0.0.1' : address))
  .refine((address) => isIP(address) !== 0, says.ipAddress.key);

/** Nothing but scheme, host and port: the user interface is at the root. */
const httpsOrigin = z
  .url({ protocol: /^https$/, error: says.httpsOrigin.key })
  .refine((text) => /^https:\/\/[^/?#@\\]+\/?$/i.test(text.trim()), says.httpsOrigin.key)
  .transform((text) => new URL(text).origin);

/** Characters that fit into a header and the subprotocol of a WebSocket. */
const strongToken = z
  .string()
  .trim()
  .regex(/^[\w-]{32,256}$/, says.strongToken.key);

export const networkVariables = {
  OTP_DOCK_LISTEN: ipAddress.default(loopbackOnly.listen),
  OTP_DOCK_API_URL: httpsOrigin.optional(),
  OTP_DOCK_TLS_CERT: z.string().trim().optional(),
  OTP_DOCK_TLS_KEY: z.string().trim().optional(),
  OTP_DOCK_API_TOKEN: strongToken.optional(),
};

/** Whether only this machine reaches what listens at this IP address. */
function isLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1';
}

/**
 * `isShared`: it is one of several hosts. Throws INVALID_INPUT when others could reach the host, and it is not said by
 * which address, or without encryption.
 */
export function networkOf(env: z.output<z.ZodObject<typeof networkVariables>>, isShared: boolean): Network {
  const { OTP_DOCK_LISTEN: listen, OTP_DOCK_API_URL: apiUrl = null } = env;
  const { OTP_DOCK_TLS_CERT: cert, OTP_DOCK_TLS_KEY: key, OTP_DOCK_API_TOKEN: apiToken = null } = env;
  if (!cert !== !key) {
    const variable = cert ? 'OTP_DOCK_TLS_KEY' : 'OTP_DOCK_TLS_CERT';
    throw appError('INVALID_INPUT', say.halfMissing({ variable }), say.halfTlsHint);
  }
  const opening = isLoopback(listen) ? cert && 'OTP_DOCK_TLS_CERT' : 'OTP_DOCK_LISTEN';
  if (opening && apiUrl === null)
    throw appError('INVALID_INPUT', say.noApiUrl({ variable: opening }), say.noApiUrlHint({ variable: opening }));
  const exactPorts = isShared || apiUrl !== null;
  return { listen, apiUrl, exactPorts, tls: cert && key ? { cert, key } : null, apiToken };
}
