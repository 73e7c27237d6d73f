import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNgrokTunnel } from '../../../electron/adapters/tunnel/ngrok.ts';
import { createNgrokAgent } from '../../../electron/adapters/tunnel/ngrokAgent.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import type { TunnelConfig } from '../../../electron/core/ports.ts';
import { ManualClock } from '../../fakes/manualClock.ts';
import { freePort, listLogger } from '../harness.ts';
import { ngrokConfig as config, ngrokToken } from './ngrokConfig.ts';

/** ngrok's own agent, which is sent to a place on this machine instead of to ngrok. */
function tunnelTo(serverAddr: string, change: Partial<TunnelConfig> = {}) {
  const [clock, log, agent] = [new ManualClock(), listLogger(), createNgrokAgent()];
  const states: TunnelState[] = [];
  let told = Promise.withResolvers<void>();
  const tunnel = createNgrokTunnel(
    { ...config, ...change },
    { forward: (options) => agent({ ...options, server_addr: serverAddr }), clock, log, random: () => 1 },
  );
  onTestFinished(() => tunnel.close());
  const failures = async (count: number): Promise<void> => {
    while (states.filter(({ state }) => state === 'failed').length < count) {
      await told.promise;
      told = Promise.withResolvers();
    }
  };
  const open = () => tunnel.open((state) => (states.push(state), told.resolve()));
  return { clock, log, states, open, failures };
}

/** A server that hangs up on everyone. */
async function rudeServer(): Promise<{ address: string; callers: () => number }> {
  let callers = 0;
  const server = createServer((socket) => {
    callers += 1;
    socket.on('error', () => undefined).destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, callers: () => callers };
}

describe('ngrok’s own agent', () => {
  it('that reaches nobody is explained, and tried again later', async () => {
    const { clock, states, log, open, failures } = tunnelTo(`127.0.0.1:${await freePort()}`);
    await open();
    await failures(1);
    expect(states.map(({ state }) => state)).toEqual(['connecting', 'failed']);
    expect(states[1]?.problem).toMatchObject({ message: 'ngrok’s servers could not be reached.', retryable: true });
    await clock.advance(15_000);
    await failures(2);
    await clock.advance(29_999);
    expect(states).toHaveLength(3);
    await clock.advance(1);
    await failures(3);
    expect(JSON.stringify([states, log.lines])).not.toContain(ngrokToken);
  });

  it('that is hung up on is explained, and tried again later', async () => {
    const { address, callers } = await rudeServer();
    const { clock, states, open, failures } = tunnelTo(address);
    await open();
    await failures(1);
    expect(states[1]?.problem).toMatchObject({ message: expect.toSay('cut off'), retryable: true });
    expect(callers()).toBe(1);
    await clock.advance(15_000);
    await failures(2);
    expect(callers()).toBe(2);
  });
});
