import type { AppState } from '../../electron/contract/state.ts';
import { describe, expect, it } from 'vitest';
import { defaultSettings, firstSettings } from '../../electron/contract/settings.ts';
import { firstWay, isOpen, recommendedWay, setupStep } from '../../renderer/features/onboarding/setup.ts';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

const failed = {
  kind: 'failed',
  sid: 'AC1',
  error: {
    code: 'INVALID_CREDENTIALS',
    message: verbatim('No.'),
    hint: verbatim('New ones.'),
    retryable: false,
    twilio: null,
  },
} as const;

describe('the step that is shown', () => {
  it('is the connection while there is no account, and again for somebody who knows the app', () => {
    expect(setupStep(exampleState({ account: { kind: 'none' }, settings: firstSettings }))).toBe('connect');
    expect(setupStep(exampleState({ account: { kind: 'none' } }))).toBe('connect');
    expect(setupStep(exampleState({ account: failed }))).toBe('connect');
  });

  it.each(['connect', 'reception', 'leaseEnd'] as const)('is the one where the person left: %s', (setup) => {
    expect(setupStep(exampleState({ settings: { ...defaultSettings, setup } }))).toBe(setup);
  });

  it('is none for somebody who knows the app, and in the demo', () => {
    expect(setupStep(exampleState())).toBeNull();
    expect(setupStep(exampleState({ demo: true, settings: firstSettings }))).toBeNull();
  });

  it('never hides a lease that is in use, nor any while the account fails', () => {
    const leases = [exampleLease({ state: 'releasing' })];
    expect(setupStep(exampleState({ leases, settings: firstSettings }))).toBeNull();
    expect(setupStep(exampleState({ leases, account: failed }))).toBeNull();
    const over = [exampleLease({ state: 'released' })];
    expect(setupStep(exampleState({ leases: over, account: failed }))).toBeNull();
    expect(setupStep(exampleState({ leases: over, settings: firstSettings }))).toBe('connect');
  });
});

describe('the way that is recommended', () => {
  const fixed = { kind: null, publicUrl: null, ngrokDomain: null, ngrokRootCas: null, maxLeaseSeconds: null };

  it('is the tunnel, or an own URL where there is one', () => {
    const settings = { ...defaultSettings, publicUrl: 'https://hooks.example' };
    expect(recommendedWay({ fixed, settings: defaultSettings })).toBe('ngrok');
    expect(recommendedWay({ fixed, settings })).toBe('url');
    expect(recommendedWay({ fixed: { ...fixed, publicUrl: 'https://x.example' }, settings: defaultSettings })).toBe(
      'url',
    );
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
