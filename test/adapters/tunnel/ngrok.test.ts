import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createNgrokTunnel, type NgrokParts } from '../../../electron/adapters/tunnel/ngrok.ts';
import { explainNgrok } from '../../../electron/adapters/tunnel/ngrokErrors.ts';
import { createTunnel } from '../../../electron/adapters/tunnel/tunnel.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import type { TunnelConfig } from '../../../electron/core/ports.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { failureOf, listLogger } from '../harness.ts';

const ngrokToken = '2abcdefGHIJKLmnopQRSTuvwxyz_5ecretT0ken';
const config: TunnelConfig = {
  kind: 'ngrok',
  publicUrl: null,
  ngrokToken,
  ngrokDomain: null,
  localUrl: 'http://localhost:5000',
};

describe('an error of ngrok’s', () => {
  it.each([
    ['105', 'not an ngrok authtoken', false],
    ['107', 'does not accept', false],
    ['108', 'agents', true],
    ['324', 'endpoints', true],
    ['334', 'already online', true],
    ['727', 'used up', false],
    ['3200', 'offline', true],
    ['9999', 'could not be connected', true],
  ])('%s is explained', (code, text, retryable) => {
    const failure = explainNgrok(new Error(`failed to connect session: ERR_NGROK_${code} authtoken ${ngrokToken}`));
    expect(failure).toMatchObject({
      code: 'TUNNEL_FAILED',
      retryable,
      message: expect.stringContaining(text),
      hint: expect.stringMatching(/\w/),
    });
    expect(failure.message).toContain(`ngrok error ${code}`);
    expect(JSON.stringify(failure)).not.toContain(ngrokToken);
  });

  it('is known too when its number is beside the text', () => {
    expect(explainNgrok(Object.assign(new Error('no'), { errorCode: 'ERR_NGROK_334' })).message).toContain('334');
  });

  it.each([[new Error(`dns error with ${ngrokToken}`)], [`just a text with ${ngrokToken}`], [undefined]])(
    'without a number is explained without its text',
    (thrown) => {
      const failure = explainNgrok(thrown);
      expect(failure).toMatchObject({
        code: 'TUNNEL_FAILED',
        message: 'ngrok could not be connected.',
        retryable: true,
      });
      expect(inspect(failure)).not.toContain(ngrokToken);
    },
  );
});

type Options = Parameters<NonNullable<NgrokParts['forward']>>[0];

/** An agent that does what a test says: each connection takes the next outcome. */
function agentWith(outcomes: (string | Error)[]) {
  const agent = { asked: [] as Options[], closed: 0 };
  const forward: NonNullable<NgrokParts['forward']> = async (options) => {
    agent.asked.push(options);
    const outcome = outcomes.shift() ?? new Error('No more outcomes');
    if (outcome instanceof Error) throw outcome;
    return { url: () => outcome, close: async () => void (agent.closed += 1) };
  };
  return { agent, forward };
}

function tunnelWith(outcomes: (string | Error)[], change: Partial<TunnelConfig> = {}) {
  const [clock, log, states] = [new ManualClock(), listLogger(), [] as TunnelState[]];
  const { agent, forward } = agentWith(outcomes);
  const tunnel = createNgrokTunnel({ ...config, ...change }, log, { forward, clock });
  return {
    clock,
    log,
    states,
    agent,
    tunnel,
    open: async () => (await tunnel.open((state) => void states.push(state)), await settle()),
  };
}

describe('a tunnel through ngrok', () => {
  it('leads to the webhook listener, and tells its URL', async () => {
    const { states, agent, open } = tunnelWith(['https://x.ngrok-free.app'], { ngrokDomain: 'x.ngrok-free.app' });
    await open();
    expect(states).toEqual([{ kind: 'ngrok', state: 'online', url: 'https://x.ngrok-free.app', problem: null }]);
    expect(agent.asked).toMatchObject([{ addr: 'localhost:5000', authtoken: ngrokToken, domain: 'x.ngrok-free.app' }]);
  });

  it('says when its connection is lost and when it is back', async () => {
    const { states, agent, open } = tunnelWith(['https://x.ngrok-free.app']);
    await open();
    agent.asked[0]?.onStatusChange?.('closed');
    agent.asked[0]?.onStatusChange?.('connected');
    expect(states.map(({ state, url }) => [state, url])).toEqual([
      ['online', 'https://x.ngrok-free.app'],
      ['degraded', null],
      ['online', 'https://x.ngrok-free.app'],
    ]);
    expect(states[1]?.problem).toMatchObject({ code: 'TUNNEL_FAILED', retryable: true });
  });

  it('that could not be opened is tried again, at longer and longer intervals', async () => {
    const { clock, states, agent, open } = tunnelWith([
      new Error('ERR_NGROK_334'),
      new Error('no network'),
      'https://x.ngrok-free.app',
    ]);
    await open();
    expect(states.map(({ state }) => state)).toEqual(['failed']);
    await clock.advance(15_000);
    expect(agent.asked).toHaveLength(2);
    await clock.advance(29_999);
    expect(agent.asked).toHaveLength(2);
    await clock.advance(1);
    expect(states.map(({ state }) => state)).toEqual(['failed', 'failed', 'online']);
    expect(clock.waiting).toBe(0);
  });

  it('is not tried again with a token that ngrok refused, and the log does not have it', async () => {
    const { clock, log, states, open } = tunnelWith([new Error(`ERR_NGROK_107 ${ngrokToken}`)]);
    await open();
    expect(states).toMatchObject([{ state: 'failed', url: null, problem: { retryable: false } }]);
    expect(clock.waiting).toBe(0);
    expect(log.lines.join('\n')).toContain('107');
    expect(log.lines.join('\n')).not.toContain(ngrokToken);
  });

  it('is silent after it was closed, also when it was still being opened', async () => {
    const { states, agent, tunnel, open } = tunnelWith(['https://x.ngrok-free.app']);
    const opening = open();
    await tunnel.close();
    await opening;
    expect(states).toEqual([]);
    expect(agent.closed).toBe(1);
  });

  it('waits for nothing once it was closed', async () => {
    const { clock, tunnel, agent, open } = tunnelWith([new Error('no network')]);
    await open();
    await tunnel.close();
    await clock.advance(600_000);
    expect(agent.asked).toHaveLength(1);
  });

  it('without a token says where to get one', async () => {
    const failure = await failureOf(
      createTunnel({ ...config, ngrokToken: null }, false, listLogger()).open(() => undefined),
    );
    expect(failure).toMatchObject({ code: 'TUNNEL_FAILED', hint: expect.stringContaining('dashboard.ngrok.com') });
  });
});
