import { describe, expect, it } from 'vitest';
import { plainError } from '../../../electron/contract/errors.ts';
import { createTunnel } from '../../../electron/adapters/tunnel/tunnel.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import type { TunnelConfig } from '../../../electron/core/ports.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { failureOf, listLogger } from '../harness.ts';
import { ngrokConfig } from './ngrokConfig.ts';
import { english } from '../../../electron/contract/words/english.ts';

const publicUrl = 'https://hooks.example';
const config: TunnelConfig = { ...ngrokConfig, kind: 'url', publicUrl, ngrokToken: null };

type Answer = string | null | Error | Promise<null>;

/** A tunnel whose URL answers what a test says, one answer for each look at it; the last one stays. */
function tunnelWith(answers: Answer[], change: Partial<TunnelConfig> = {}, production = false) {
  const [clock, log, states, asked] = [new ManualClock(), listLogger(), [] as TunnelState[], [] as string[]];
  const instance = async (url: string): Promise<string | null> => {
    asked.push(url);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer ?? null;
  };
  // With 1 a wait is as long as it can be.
  const parts = { probe: { instance }, forward: () => Promise.reject(new Error('none')), clock, log, random: () => 1 };
  const tunnel = createTunnel({ ...config, ...change }, production, parts);
  const open = async () => settle(tunnel.open((state) => void states.push(state)));
  return { clock, log, states, asked, tunnel, open };
}

/** As tunnelWith, once it was opened. */
async function opened(...given: Parameters<typeof tunnelWith>) {
  const tunnel = tunnelWith(...given);
  await tunnel.open();
  return tunnel;
}

async function statesOf(change: Partial<TunnelConfig>, production = false): Promise<TunnelState[]> {
  const { states, tunnel } = await opened(['this-run'], change, production);
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
      message: expect.toSay(why),
      hint: expect.toSay('WEBHOOK_BASE_URL'),
    });
  });
});

const nothing = 'Nothing answers at the public URL (ECONNREFUSED).';
const refusedConnection = plainError('TUNNEL_FAILED', nothing, 'Start it.', { retryable: true });

describe('whether a public URL leads here', () => {
  it('is asked at its address, and every five minutes while it does', async () => {
    const { clock, states, asked } = await opened(['this-run']);
    await clock.advance(299_999);
    expect(asked).toEqual(['https://hooks.example']);
    await clock.advance(1 + 300_000);
    expect(asked).toHaveLength(3);
    expect(states.map(({ state }) => state)).toEqual(['online']);
  });

  it.each<[string, Answer, string]>([
    ['another OTP Dock', 'another-run', 'another OTP Dock'],
    ['something else', null, 'Something other'],
    ['nothing', refusedConnection, 'ECONNREFUSED'],
    ['a probe that fails oddly', new Error('secret'), 'went wrong'],
  ])('is said when there is %s, and the URL is kept', async (_what, answer, text) => {
    const { states, log } = await opened([answer]);
    expect(states).toEqual([
      { kind: 'url', state: 'online', url: 'https://hooks.example', problem: null },
      {
        kind: 'url',
        state: 'degraded',
        url: 'https://hooks.example',
        problem: expect.objectContaining({ message: expect.toSay(text), hint: expect.toSay(/\w/), retryable: true }),
      },
    ]);
    expect(log.lines.join('\n')).not.toContain('secret');
  });

  it('is asked again soon, then more and more seldom, and said once', async () => {
    const { clock, states, asked, log } = await opened([refusedConnection]);
    for (const [index, wait] of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000].entries()) {
      await clock.advance(wait - 1);
      expect(asked).toHaveLength(index + 1);
      await clock.advance(1);
      expect(asked).toHaveLength(index + 2);
    }
    expect(states.map(({ state }) => state)).toEqual(['online', 'degraded']);
    expect(log.lines).toHaveLength(1);
  });

  it('is said when what is wrong changes, and when all is well again', async () => {
    const { clock, states, log } = await opened([refusedConnection, null, 'this-run']);
    await clock.advance(5_000 + 10_000);
    expect(states.map(({ state, problem }) => [state, problem && english(problem.message).slice(0, 9)])).toEqual([
      ['online', null],
      ['degraded', 'Nothing a'],
      ['degraded', 'Something'],
      ['online', null],
    ]);
    expect(log.lines).toHaveLength(3);
  });

  it('is no longer asked after closing, also while an answer is awaited', async () => {
    const late = Promise.withResolvers<null>();
    const awaited = await opened([late.promise]);
    await awaited.tunnel.close();
    late.resolve(null);
    await settle();
    expect([awaited.states.length, awaited.clock.waiting]).toEqual([1, 0]);

    const closed = await opened([null]);
    await closed.tunnel.close();
    await closed.clock.advance(600_000);
    expect([closed.asked.length, closed.clock.waiting]).toEqual([1, 0]);
  });
});

it('polling needs no URL', async () => {
  expect(await statesOf({ kind: 'polling', publicUrl: null }, true)).toEqual([
    { kind: 'polling', state: 'online', url: null, problem: null },
  ]);
});
