import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { loopbackOnly } from '../../../electron/adapters/network.ts';
import { Standby } from '../../../electron/headless/team/standby.ts';
import { listLogger } from '../../adapters/harness.ts';
import { ManualClock } from '../../fakes/manualClock.ts';

it.each(['api', 'webhook'] as const)(
  'a crowd at the %s of a host that stands by makes way for whoever asks',
  async (which) => {
    const parts = { clock: new ManualClock(), log: listLogger() };
    const standby = await Standby.open({ api: 0, webhook: 0 }, loopbackOnly, parts);
    onTestFinished(() => standby.close());
    const port = standby.ports[which];
    const [oldest] = await Promise.all(
      Array.from({ length: 512 }, async () => {
        const socket = connect(port, '127.0.0.1');
        onTestFinished(() => void socket.destroy());
        await once(socket, 'connect');
        return socket.resume();
      }),
    );
    const ended = once(oldest!, 'close');
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(503);
    await ended;
  },
);
