import { expect, it } from 'vitest';
import type { Message } from '../../electron/contract/state.ts';
import { secondOf } from '../../electron/contract/time.ts';
import { Events } from '../../electron/core/events.ts';
import { autoCopy } from '../../electron/main/clipboard.ts';
import { exampleMessage, exampleState } from '../fakes/appState.ts';
import { listLogger } from '../adapters/harness.ts';

function copying(wanted: boolean) {
  const events = new Events();
  const state = exampleState();
  const settings = { ...state.settings, autoCopy: wanted };
  const copied: string[] = [];
  const keeper = { copy: async (code: string) => void copied.push(code) };
  autoCopy({ state: () => ({ ...state, settings }), on: (...given) => events.on(...given) }, keeper, listLogger());
  const start = secondOf(Date.now());
  const come = (sid: string, code: string | null, after = 0) => {
    const message: Message = { ...exampleMessage({ sid }), code, receivedAt: new Date(start + after).toISOString() };
    events.emit('message', message);
  };
  return { settings, copied, come };
}

it('copies each code once, from the second of the start on, which Twilio’s list tells by the second', () => {
  const { copied, come } = copying(true);
  come('SM1', '111111', -2_000);
  come('SM2', '222222');
  come('SM2', '222222');
  expect(copied).toEqual(['222222']);
  // Its webhook had no text.
  come('SM3', null);
  come('SM3', '333333');
  expect(copied).toEqual(['222222', '333333']);
});

it('copies nothing until Settings ask for it, nor then what came before', () => {
  const { settings, copied, come } = copying(false);
  come('SM1', '111111');
  settings.autoCopy = true;
  come('SM1', '111111');
  come('SM2', '222222');
  expect(copied).toEqual(['222222']);
});
