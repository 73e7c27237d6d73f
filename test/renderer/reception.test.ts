import { describe, expect, it } from 'vitest';
import type { TunnelPhase, TunnelState } from '../../electron/contract/state.ts';
import { refusedLines, tunnelLine, wayOf } from '../../renderer/features/reception/way.ts';
import { exampleReception, exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';

function tunnel(kind: TunnelState['kind'], state: TunnelPhase): TunnelState {
  return { kind, state, url: null, problem: exampleFailure('ngrok is away.') } as TunnelState;
}

const { account } = exampleState();

describe('the way in use', () => {
  it.each([
    ['Can’t reach Twilio', 'degraded', exampleFailure('Away.')],
    ['SMS arrive at once through ngrok', 'online', exampleFailure('Away.')],
    [
      'Twilio refuses your credentials',
      'online',
      exampleFailure('No.', { code: 'INVALID_CREDENTIALS', retryable: false }),
    ],
  ] as const)('%s: the tunnel is %s and the account fails', (line, state, error) => {
    const failed = { kind: 'failed', sid: 'AC1', error } as const;
    const way = { account: failed, tunnel: tunnel('ngrok', state), polling: true, pausedSince: null, demo: false };
    expect(wayOf(way).line).toBe(line);
  });

  it.each([
    ['ngrok', 'online', false, 'SMS arrive at once through ngrok'],
    ['url', 'online', false, 'SMS arrive at once through your own URL'],
    ['ngrok', 'connecting', true, 'Connecting to receive SMS…'],
    ['ngrok', 'degraded', false, 'SMS may arrive late'],
    ['ngrok', 'degraded', true, 'Checking Twilio every few seconds until the tunnel is back'],
    ['url', 'failed', false, 'SMS can’t be pushed to this computer'],
    ['url', 'failed', true, 'Checking Twilio every few seconds until the tunnel is back'],
    ['ngrok', 'off', false, 'SMS reception is off'],
    ['polling', 'off', true, 'Checking Twilio for SMS every few seconds'],
    ['polling', 'off', false, 'Twilio is checked for SMS while a number is in use'],
  ] as const)('%s, %s, reading the list: %s', (kind, state, polling, line) => {
    expect(wayOf({ account, tunnel: tunnel(kind, state), polling, pausedSince: null, demo: false }).line).toBe(line);
  });

  it('promises no return of a tunnel that does not come back by itself', () => {
    const problem = exampleFailure('ngrok is away.', { retryable: false });
    const refused = { ...tunnel('ngrok', 'failed'), problem } as TunnelState;
    expect(wayOf({ account, tunnel: refused, polling: true, pausedSince: null, demo: false })).toEqual({
      line: 'Checking Twilio for SMS every few seconds',
      color: 'red',
    });
  });

  it('names no tunnel in the demo, which has none', () => {
    const state = { account, tunnel: tunnel('url', 'online'), polling: false, pausedSince: null, demo: true };
    expect(wayOf(state).line).toBe('SMS arrive at once');
  });
});

describe('the health of the reception', () => {
  const none = exampleReception().refused;

  it('names each reason for which something was refused, and no other', () => {
    expect(refusedLines({ ...none, tooLarge: 1, signature: 12 })).toEqual([
      'Not signed with your Auth Token: 12',
      'Too large: 1',
    ]);
    expect(refusedLines(none)).toEqual([]);
  });

  it('tells the state of the tunnel', () => {
    expect(tunnelLine(tunnel('url', 'online'))).toBe('Your own URL: open');
    expect(tunnelLine(tunnel('ngrok', 'failed'))).toBe('ngrok: failed');
    expect(tunnelLine(tunnel('polling', 'off'))).toBe('none, Twilio’s list is read instead');
  });
});
