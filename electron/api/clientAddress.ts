import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Loopback, private and link-local addresses: where a proxy of one's own is. */
const near = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  near.addSubnet(network, bits, 'ipv6');

/**
 * Who counts as one client: an IPv4 address, or the /64 network of an IPv6 one, all of which one machine may have.
 * Behind a proxy that is near, the last entry of X-Forwarded-For: the proxy wrote it. Those before it are hearsay.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  isBehindProxy: boolean,
): string {
  const peer = plain(socket.remoteAddress ?? '');
  const told = isBehindProxy && isNear(peer) ? lastOf(headers['x-forwarded-for']) : '';
  const address = isIP(told) === 0 ? peer : told;
  return isIPv6(address) ? networkOf(address) : address;
}

function isNear(address: string): boolean {
  return isIP(address) !== 0 && near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function lastOf(header: string | string[] | undefined): string {
  return plain(
    String(header ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '',
  );
}

/** Without the zone, and IPv4 as such where an IPv6 socket wrote it. */
function plain(address: string): string {
  return address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
}

function networkOf(address: string): string {
  const [left = [], right] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const filled = right ? [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right] : left;
  const first = filled.slice(0, 4).map((part) => parseInt(part, 16).toString(16));
  return `${first.join(':')}::/64`;
}
