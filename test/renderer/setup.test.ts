import { describe, expect, it } from 'vitest';
import { defaultSettings, firstSettings, type Policy, type SetupStep } from '../../electron/contract/settings.ts';
import type { AppState, Lease } from '../../electron/contract/state.ts';
import {
  firstPolicy,
  firstWay,
  isOpen,
  recommendedWay,
  runningOf,
  setupStep,
} from '../../renderer/features/onboarding/setup.ts';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';

const error = exampleFailure('No.', { code: 'INVALID_CREDENTIALS', retryable: false });
const failed = { kind: 'failed', sid: 'AC1', error } as const;

describe('the step that is shown', () => {
  const [going, over] = [[exampleLease({ state: 'releasing' })], [exampleLease({ state: 'released' })]];
  const none = { kind: 'none' } as const;
  const at = (setup: SetupStep) => ({ settings: { ...defaultSettings, setup } });

  it.each<[what: string, state: Partial<AppState>, step: SetupStep | null]>([
    ['the connection while there is no account', { account: none, settings: firstSettings }, 'connect'],
    ['the connection again for somebody who knows the app', { account: none }, 'connect'],
    ['the connection when the account fails', { account: failed }, 'connect'],
    ['the one where the person left', at('connect'), 'connect'],
    ['the one where the person left', at('reception'), 'reception'],
    ['the one where the person left', at('leaseEnd'), 'leaseEnd'],
    ['none for somebody who knows the app', {}, null],
    ['none in the demo', { demo: true, settings: firstSettings }, null],
    ['none that hides a lease that is in use', { leases: going, settings: firstSettings }, null],
    ['none that hides a lease while the account fails', { leases: going, account: failed }, null],
    ['none that hides a lease that is over while the account fails', { leases: over, account: failed }, null],
    ['the first when all leases are over', { leases: over, settings: firstSettings }, 'connect'],
  ])('is %s', (_what, state, step) => expect(setupStep(exampleState(state))).toBe(step));
});

describe('the way that is recommended', () => {
  const { fixed } = exampleState();

  it('is the tunnel, or an own URL where there is one', () => {
    const settings = { ...defaultSettings, publicUrl: 'https://hooks.example' };
    expect(recommendedWay({ fixed, settings: defaultSettings })).toBe('ngrok');
    expect(recommendedWay({ fixed, settings })).toBe('url');
    const ofEnvironment = { ...fixed, publicUrl: 'https://x.example' };
    expect(recommendedWay({ fixed: ofEnvironment, settings: defaultSettings })).toBe('url');
  });

  it('is chosen at first, unless the person has chosen', () => {
    expect(firstWay({ fixed, settings: defaultSettings })).toBe('ngrok');
    expect(firstWay({ fixed, settings: { ...defaultSettings, reception: 'polling' } })).toBe('polling');
  });

  it('is open once its tunnel is online; polling always is', () => {
    const state = exampleState();
    expect(isOpen(state, 'ngrok')).toBe(true);
    expect(isOpen(state, 'url')).toBe(false);
    expect(isOpen(state, 'polling')).toBe(true);
    expect(isOpen({ tunnel: { ...state.tunnel, state: 'degraded' } as AppState['tunnel'] }, 'ngrok')).toBe(false);
  });
});

it('the numbers that wait for a token are those of the account that has most', () => {
  const numbers = ['AC1', 'AC2', 'AC2'].map((account, index) => ({
    account,
    number: index === 2 ? null : `+${index}`,
  }));
  expect(runningOf(numbers)).toEqual({ sid: 'AC2', numbers: ['+1', null] });
  expect(runningOf([])).toBeNull();
});

it('the policy that is recommended is chosen at first, unless numbers were taken with another', () => {
  const chosen = (policy: Policy, leases: Lease[] = []) =>
    firstPolicy({ leases, settings: { ...defaultSettings, policy } });
  expect([chosen('release'), chosen('keep'), chosen('release', [exampleLease()])]).toEqual([
    'renewal',
    'keep',
    'release',
  ]);
});
