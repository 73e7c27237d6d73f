import { describe, expect, it } from 'vitest';
import { createNgrokTunnel } from '../../../electron/adapters/tunnel/ngrok.ts';
import { createNgrokAgent, type Forward } from '../../../electron/adapters/tunnel/ngrokAgent.ts';
import type { Machine } from '../../../electron/adapters/tunnel/ngrokErrors.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import type { TunnelConfig } from '../../../electron/core/ports.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { failureOf, listLogger } from '../harness.ts';
import { ngrokConfig as config, ngrokToken } from './ngrokConfig.ts';

/** A tunnel on a manual clock, and all that it says. */
function watched(forward: Forward, change: Partial<TunnelConfig> = {}) {
  const [clock, log, states] = [new ManualClock(), listLogger(), [] as TunnelState[]];
  // With 1 a wait is as long as it can be.
  const tunnel = createNgrokTunnel({ ...config, ...change }, { forward, clock, log, random: () => 1 });
  const open = () => settle(tunnel.open((state) => void states.push(state)));
  return { clock, log, states, tunnel, open, phases: () => states.map(({ state }) => state) };
}

const dlopen = Object.assign(
  new Error('The specified module could not be found.\n\\\\?\\C:\\Users\\jo\\ngrok.win32-x64-msvc.node'),
  { code: 'ERR_DLOPEN_FAILED' },
);
const missing = Object.assign(new Error("Cannot find module '@ngrok/ngrok-linux-x64-gnu'"), {
  code: 'MODULE_NOT_FOUND',
});
const unknown = new Error('Unsupported architecture on Linux: ppc64');

it.each<[string, Machine['platform'], Machine['arch'], Error, RegExp, RegExp]>([
  ['Windows', 'win32', 'x64', dlopen, /Visual C\+\+ runtime/, /Redistributable \(x64\)/],
  ['Windows on ARM', 'win32', 'arm64', dlopen, /Visual C\+\+/, /Redistributable \(arm64\)/],
  ['Windows without it', 'win32', 'x64', missing, /\(win32 x64\) \(MODULE_NOT/, /again/],
  ['Linux', 'linux', 'x64', dlopen, /\(linux x64\) \(ERR_DLOPEN_FAILED\)/, /again/],
  ['Linux without it', 'linux', 'x64', missing, /could not be loaded/, /npm ci/],
  ['an unknown system', 'linux', 'ppc64', unknown, /does not run on .* \(linux ppc64\)/, /another way/],
])(
  'ngrok’s native part that cannot be loaded on %s is said to be that, without a path, and is not tried again',
  async (_where, platform, arch, cause, message, hint) => {
    let loaded = 0;
    const agent = createNgrokAgent(() => ((loaded += 1), Promise.reject(cause)), { platform, arch });
    const { clock, log, states, tunnel, open } = watched(agent);
    expect(loaded, 'only when it is needed').toBe(0);
    await open();
    expect(states.at(-1)).toMatchObject({
      state: 'failed',
      problem: { code: 'TUNNEL_FAILED', message: expect.toSay(message), hint: expect.toSay(hint), retryable: false },
    });
    expect(clock.waiting).toBe(0);
    expect(JSON.stringify([states, log.lines])).not.toMatch(/Users|\.node|@ngrok/);
    await tunnel.close();
  },
);

type Options = Parameters<Forward>[0];
const url = 'https://x.ngrok-free.app';

/** An agent that does what a test says: each connection takes the next outcome. */
function agentWith(outcomes: (string | Error | Promise<string>)[]) {
  const agent = { asked: [] as Options[], closed: 0, url: '', onClose: () => Promise.resolve() };
  const forward: Forward = async (options) => {
    agent.asked.push(options);
    const outcome = await (outcomes.shift() ?? new Error('No more outcomes'));
    if (outcome instanceof Error) throw outcome;
    agent.url = outcome;
    return { url: () => agent.url, close: () => ((agent.closed += 1), agent.onClose()) };
  };
  const status = (word: string, connection = agent.asked.length - 1) => agent.asked[connection]?.onStatusChange?.(word);
  return { agent, forward, status };
}

function tunnelWith(outcomes: Parameters<typeof agentWith>[0], change: Partial<TunnelConfig> = {}) {
  const { agent, forward, status } = agentWith(outcomes);
  return { ...watched(forward, change), agent, status };
}

/** As tunnelWith, once it was opened. */
async function opened(...given: Parameters<typeof tunnelWith>) {
  const tunnel = tunnelWith(...given);
  await tunnel.open();
  return tunnel;
}

describe('a tunnel through ngrok', () => {
  it('leads to the webhook listener, and tells its URL', async () => {
    const { states, agent, clock } = await opened([url], { ngrokDomain: 'x.ngrok-free.app' });
    expect(states).toEqual([
      { kind: 'ngrok', state: 'connecting', url: null, problem: null },
      { kind: 'ngrok', state: 'online', url, problem: null },
    ]);
    expect(agent.asked).toMatchObject([{ addr: 'localhost:5000', authtoken: ngrokToken, domain: 'x.ngrok-free.app' }]);
    expect(clock.waiting).toBe(0);
  });

  it('trusts ngrok’s own certificate, or those of this computer where that is wanted', async () => {
    const [plain, behindProxy] = [await opened([url]), await opened([url], { ngrokRootCas: 'host' })];
    expect(plain.agent.asked[0]).not.toHaveProperty('root_cas');
    expect(behindProxy.agent.asked[0]).toMatchObject({ root_cas: 'host' });
  });

  it('says when its connection is lost, once, and when it is back', async () => {
    const { states, status, clock } = await opened([url]);
    status('closed');
    await clock.advance(60_000);
    status('closed');
    status('connected');
    expect(states.slice(1).map((state) => [state.state, state.url])).toEqual([
      ['online', url],
      ['degraded', null],
      ['online', url],
    ]);
    expect(states[2]?.problem).toMatchObject({ code: 'TUNNEL_FAILED', retryable: true });
    expect(clock.waiting).toBe(0);
  });

  it('tells the new URL when it is another after a reconnect', async () => {
    const { states, agent, status } = await opened([url]);
    status('closed');
    agent.url = 'https://y.ngrok-free.app';
    status('connected');
    expect(states.at(-1)).toMatchObject({ state: 'online', url: 'https://y.ngrok-free.app' });
  });

  it('whose connection stays lost for two minutes is closed and opened anew', async () => {
    const { agent, clock, status, states, phases } = await opened([url, 'https://z.ngrok-free.app']);
    status('closed');
    await clock.advance(119_999);
    expect([agent.asked.length, agent.closed]).toEqual([1, 0]);
    await clock.advance(1);
    expect([agent.asked.length, agent.closed]).toEqual([2, 1]);
    expect(phases()).toEqual(['connecting', 'online', 'degraded', 'online']);
    expect(states.at(-1)?.url).toBe('https://z.ngrok-free.app');
    // What the first connection still says is of no interest.
    status('closed', 0);
    expect(phases()).toHaveLength(4);
    expect(clock.waiting).toBe(0);
  });

  it('is opened anew although the lost connection does not let itself be closed', async () => {
    const { agent, clock, status, phases } = await opened([url, new Error('no network'), url]);
    agent.onClose = () => new Promise(() => undefined);
    status('closed');
    await clock.advance(120_000 + 5_000);
    expect(phases()).toEqual(['connecting', 'online', 'degraded', 'failed']);
    await clock.advance(15_000);
    expect(phases().at(-1)).toBe('online');
  });

  it.each(['108', '324', '334', '3200'])('that is refused with %s is tried again, ever more seldom', async (code) => {
    const refused = new Error(`ERR_NGROK_${code}`);
    const { clock, agent, states } = await opened(Array.from({ length: 9 }, () => refused));
    for (const [index, seconds] of [15, 30, 60, 120, 240, 300, 300].entries()) {
      await clock.advance(seconds * 1_000 - 1);
      expect(agent.asked).toHaveLength(index + 1);
      await clock.advance(1);
      expect(agent.asked).toHaveLength(index + 2);
    }
    expect(states.at(-1)).toMatchObject({ state: 'failed', url: null, problem: { retryable: true } });
  });

  it('that comes up at last begins to count anew', async () => {
    const down = new Error('no network');
    const { clock, agent, status, phases } = await opened([down, down, url, down, url]);
    await clock.advance(15_000 + 30_000);
    expect(phases()).toEqual(['connecting', 'failed', 'failed', 'online']);
    status('closed');
    await clock.advance(120_000 + 15_000);
    expect(phases().slice(4)).toEqual(['degraded', 'failed', 'online']);
    expect([agent.asked.length, clock.waiting]).toEqual([5, 0]);
  });

  it.each(['105', '107', '727'])('is not tried again after %s, and the log does not have the token', async (code) => {
    const { clock, log, states, agent } = await opened([new Error(`ERR_NGROK_${code} ${ngrokToken}`)]);
    await clock.advance(3_600_000);
    expect(states.at(-1)).toMatchObject({ state: 'failed', url: null, problem: { retryable: false } });
    expect([agent.asked.length, clock.waiting]).toEqual([1, 0]);
    expect(log.lines.join('\n')).toContain(code);
    expect(log.lines.join('\n')).not.toContain(ngrokToken);
  });

  it('does not call a first connection that fails a lost one', async () => {
    const first = Promise.withResolvers<string>();
    const { status, phases } = await opened([first.promise]);
    status('closed');
    first.reject(new Error('failed to establish tcp connection'));
    await settle();
    expect(phases()).toEqual(['connecting', 'failed']);
  });

  it('says that ngrok does not answer, and is online when it does after all', async () => {
    const late = Promise.withResolvers<string>();
    const { clock, states, agent, phases } = await opened([late.promise]);
    await clock.advance(30_000);
    expect(states.at(-1)).toMatchObject({ state: 'failed', problem: { message: 'ngrok has not answered yet.' } });
    await clock.advance(600_000);
    expect(agent.asked).toHaveLength(1);
    late.resolve(url);
    await settle();
    expect(phases()).toEqual(['connecting', 'failed', 'online']);
  });

  it('is silent after it was closed while it was being opened', async () => {
    const late = Promise.withResolvers<string>();
    const { agent, tunnel, clock, phases } = await opened([late.promise]);
    await tunnel.close();
    late.resolve(url);
    await settle();
    expect(phases()).toEqual(['connecting']);
    expect([agent.closed, clock.waiting]).toEqual([1, 0]);
  });

  it('is not tried again when it fails after it was closed', async () => {
    const late = Promise.withResolvers<string>();
    const { tunnel, clock, log, phases } = await opened([late.promise]);
    await tunnel.close();
    late.reject(new Error('no network'));
    await settle();
    expect([phases(), clock.waiting, log.lines]).toEqual([['connecting'], 0, []]);
  });

  it('waits for nothing once it was closed', async () => {
    for (const outcome of [new Error('no network'), url]) {
      const { clock, tunnel, agent, status } = await opened([outcome]);
      await tunnel.close();
      status('closed');
      await clock.advance(600_000);
      expect([agent.asked.length, clock.waiting]).toEqual([1, 0]);
    }
  });

  it('without a token says where to get one', async () => {
    const { tunnel } = tunnelWith([], { ngrokToken: null });
    const failure = await failureOf(tunnel.open(() => undefined));
    expect(failure).toMatchObject({ code: 'TUNNEL_FAILED', hint: expect.toSay('dashboard.ngrok.com') });
  });
});
