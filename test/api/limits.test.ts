import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../electron/api/clientAddress.ts';
import { keepPace } from '../../electron/api/pace.ts';

describe('the pace of a named token', () => {
  it('lets a burst of a thousand through, then fifty a second, each for itself', () => {
    let now = 0;
    const { wait } = keepPace(() => now);
    for (let i = 0; i < 1_000; i += 1) expect(wait('ci')).toBe(0);
    expect([wait('ci'), wait('web')]).toEqual([1, 0]);
    now += 1_000;
    for (let i = 0; i < 50; i += 1) expect(wait('ci')).toBe(0);
    expect(wait('ci')).toBe(1);
    now += 3_600_000;
    for (let i = 0; i < 1_000; i += 1) expect(wait('ci')).toBe(0);
    expect(wait('ci')).toBe(1);
  });
});

describe('the address that counts', () => {
  const of = (remoteAddress: string | undefined, forwarded?: string, isBehindProxy = true) =>
    clientAddress({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }, isBehindProxy);

  it('is what a near proxy wrote last, and the connection’s own otherwise', () => {
    expect(of('10.1.2.3', '203.0.113.1, 198.51.100.7')).toBe('198.51.100.7');
    expect(of('::ffff:192.168.0.9', '198.51.100.7')).toBe('198.51.100.7');
    expect(of('fd00::1', '198.51.100.7')).toBe('198.51.100.7');
    expect(of('127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
    expect(of('10.1.2.3', '198.51.100.7', false)).toBe('10.1.2.3');
    expect(of('203.0.113.9', '198.51.100.7')).toBe('203.0.113.9');
    expect(of('172.32.0.1', '198.51.100.7')).toBe('172.32.0.1');
    for (const nonsense of ['', 'unknown', '198.51.100.7:80', '"', undefined])
      expect(of('10.1.2.3', nonsense)).toBe('10.1.2.3');
    expect(of(undefined, '198.51.100.7')).toBe('');
  });

  it('is the network of an IPv6 one, all of which one machine may have', () => {
    const network = '2001:db8:1:2::/64';
    for (const address of ['2001:db8:1:2::1', '2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2:ffff::', '2001:db8:1:2::%eth0'])
      expect(of(address), address).toBe(network);
    expect(of('10.1.2.3', '2001:db8:1:2::7')).toBe(network);
    expect([of('2001:db8::1'), of('::1'), of('fe80::1%eth0')]).toEqual([
      '2001:db8:0:0::/64',
      '0:0:0:0::/64',
      'fe80:0:0:0::/64',
    ]);
  });
});
