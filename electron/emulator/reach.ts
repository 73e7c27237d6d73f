import type { RequestListener } from 'node:http';
import { isIPv4, isIPv6, type AddressInfo } from 'node:net';
import { TwilioError } from './errors.ts';

/** Whether an address is one of this machine that no other can reach; also as IPv6 sockets write one of IPv4. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

/** Whether a URL names this machine. A page can make a name of its own lead here (DNS rebinding). */
export function namesThisMachine(url: string): boolean {
  const name = URL.parse(url)?.hostname ?? '';
  return name === 'localhost' || name === '[::1]' || (isIPv4(name) && isLoopback(name));
}

/** The URL by which programs on this machine reach what listens there. */
export function originOf({ address, port }: AddressInfo): string {
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** Refuses what comes under another name than this machine's: 403/20403. */
export function ownNameOnly(listener: RequestListener): RequestListener {
  return (req, res) => {
    const { host = '' } = req.headers;
    if (namesThisMachine(`http://${host}`)) return listener(req, res);
    const why = `This listens on loopback, and answers to 127.0.0.1 and localhost but not to ${JSON.stringify(host)}`;
    const { status, body } = new TwilioError(403, 20403, why);
    res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  };
}
