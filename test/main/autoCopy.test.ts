import { expect, it } from 'vitest';
import { secondOf } from '../../electron/contract/time.ts';
import { Events } from '../../electron/core/events.ts';
import { autoCopy } from '../../electron/main/clipboard.ts';
import { exampleMessage, exampleState } from '../fakes/appState.ts';
import { listLogger } from '../adapters/harness.ts';

it('copies what comes in the second of the start, which Twilio’s list tells by the second, and nothing older', () => {
  const events = new Events();
  const state = exampleState();
  const copied: string[] = [];
  autoCopy(
    {
      state: () => ({ ...state, settings: { ...state.settings, autoCopy: true } }),
      on: (...given) => events.on(...given),
    },
    { copy: async (code) => void copied.push(code) },
    listLogger(),
  );
  const second = secondOf(Date.now());
  const message = (sid: string, code: string, at: number) =>
    exampleMessage({ sid, code, receivedAt: new Date(at).toISOString() });
  events.emit('message', message('SM1', '111111', second - 2_000));
  events.emit('message', message('SM2', '222222', second));
  events.emit('message', message('SM2', '222222', second));
  expect(copied).toEqual(['222222']);
  // Its webhook had no text.
  events.emit('message', { ...message('SM3', '', second), code: null });
  events.emit('message', message('SM3', '333333', second));
  expect(copied).toEqual(['222222', '333333']);
});
