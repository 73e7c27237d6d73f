import { describe, expect, it } from 'vitest';
import { createTunnel } from '../../../electron/adapters/tunnel/tunnel.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import type { TunnelConfig } from '../../../electron/core/ports.ts';
import { failureOf, listLogger } from '../harness.ts';

const config: TunnelConfig = {
  kind: 'url',
  publicUrl: 'https://hooks.example',
  ngrokToken: null,
  ngrokDomain: null,
  localUrl: 'http://localhost:5000',
};

async function statesOf(change: Partial<TunnelConfig>, production = false): Promise<TunnelState[]> {
  const states: TunnelState[] = [];
  const tunnel = createTunnel({ ...config, ...change }, production, listLogger());
  await tunnel.open((state) => void states.push(state));
  await tunnel.close();
  return states;
}

describe('a public URL of one’s own', () => {
  it.each([
    ['https://hooks.example', false],
    ['https://hooks.example', true],
    ['https://hooks.example:8443/otp', true],
    ['https://localhost', true],
    ['http://localhost:5000', false],
    ['http://127.0.0.1:5000', false],
    ['http://[::1]:5000', false],
  ])('can be %s (production: %s)', async (publicUrl, production) => {
    expect(await statesOf({ publicUrl }, production)).toEqual([
      { kind: 'url', state: 'online', url: publicUrl, problem: null },
    ]);
  });

  it('is taken without the slash at its end', async () => {
    expect(await statesOf({ publicUrl: 'https://hooks.example/otp/' })).toMatchObject([
      { url: 'https://hooks.example/otp' },
    ]);
  });

  it.each([
    ['http://hooks.example', false, 'https://'],
    ['http://hooks.example', true, 'production'],
    ['http://localhost:5000', true, 'production'],
    ['http://127.0.0.1.evil.example', false, 'https://'],
    ['http://localhost.evil.example', false, 'https://'],
    ['http://192.168.1.2', false, 'https://'],
    ['ftp://hooks.example', false, 'no public URL'],
    ['nonsense', false, 'no public URL'],
    [null, false, 'no public URL'],
  ])('cannot be %s (production: %s), and why is said', async (publicUrl, production, why) => {
    expect(await failureOf(statesOf({ publicUrl }, production))).toMatchObject({
      code: 'TUNNEL_FAILED',
      message: expect.stringContaining(why),
      hint: expect.stringContaining('WEBHOOK_BASE_URL'),
    });
  });
});

describe('polling', () => {
  it('needs no URL', async () => {
    expect(await statesOf({ kind: 'polling', publicUrl: null }, true)).toEqual([
      { kind: 'polling', state: 'online', url: null, problem: null },
    ]);
  });
});
