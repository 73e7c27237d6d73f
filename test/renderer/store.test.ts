import { describe, expect, it } from 'vitest';
import type { ConnectionStatus, HostBridge } from '../../electron/contract/hostBridge.ts';
import { AppStore } from '../../renderer/state/store.ts';
import { exampleMessage, exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';
import { installFakeBridge, type FakeBridge } from '../fakes/fakeBridge.ts';

function start() {
  const fake = installFakeBridge(exampleState({ revision: 5 }));
  let status: ConnectionStatus = 'open';
  let changed = () => {};
  const bridge: HostBridge = {
    request: fake.request,
    subscribe: fake.subscribe,
    status: () => status,
    onStatus: (listener) => ((changed = listener), () => undefined),
  };
  const store = new AppStore(bridge);
  const become = (next: ConnectionStatus) => {
    status = next;
    changed();
  };
  return { fake, store, become };
}

/** With its first state. */
async function started() {
  const all = start();
  all.store.start();
  await change(all.store);
  return all;
}

/** Resolves when the store shows something else than now. */
function change(store: AppStore): Promise<void> {
  return new Promise((resolve) => {
    const leave = store.subscribe(() => {
      leave();
      resolve();
    });
  });
}

function push(fake: FakeBridge, revision: number): void {
  fake.emit('stateChanged', { from: revision - 1, revision, set: {}, lists: {} });
}

describe('the state in a window', () => {
  it('is asked for at the start', async () => {
    const { store } = await started();
    expect(store.view().state?.revision).toBe(5);
  });

  it('keeps a change that came before the answer, when the answer is older', async () => {
    const { fake, store } = start();
    store.start();
    push(fake, 6);
    await Promise.resolve();
    await expect.poll(() => fake.calls).toHaveLength(1);
    expect(store.view().state?.revision).toBe(6);
  });

  it('is told of once, however many changes come in one go', async () => {
    const { fake, store } = await started();
    const seen: (number | undefined)[] = [];
    store.subscribe(() => seen.push(store.view().state?.revision));
    push(fake, 6);
    push(fake, 7);
    await change(store);
    expect(seen).toEqual([7]);
  });

  it('drops what is older than what is shown', async () => {
    const { fake, store } = await started();
    push(fake, 4);
    expect(store.view().state?.revision).toBe(5);
    push(fake, 6);
    expect(store.view().state?.revision).toBe(6);
  });

  it('believes a restarted host, whose revisions begin anew', async () => {
    const { fake, store, become } = await started();
    become('lost');
    expect(store.view().state?.revision).toBe(5);
    fake.answer('state.get', { ok: true, value: exampleState({ revision: 1 }) });
    become('open');
    await change(store);
    expect(store.view().state?.revision).toBe(1);
  });

  it('tells why it could not be had', async () => {
    const { fake, store } = start();
    const error = exampleFailure('No.');
    fake.answer('state.get', { ok: false, error });
    store.start();
    await change(store);
    expect(store.view()).toMatchObject({ state: null, failure: error });
  });

  it('asks for the whole of it when a change is missing, and applies what comes meanwhile', async () => {
    const { fake, store } = await started();
    fake.answer('state.get', { ok: true, value: exampleState({ revision: 8 }) });
    push(fake, 8);
    push(fake, 9);
    expect(store.view().state?.revision).toBe(5);
    await expect.poll(() => store.view().state?.revision).toBe(9);
    expect(fake.calls.map(({ name }) => name)).toEqual(['state.get', 'state.get']);
  });

  it('asks again with the next change when the whole of it could not be had', async () => {
    const { fake, store } = await started();
    const error = exampleFailure('No.');
    fake.answer('state.get', { ok: false, error });
    push(fake, 7);
    await change(store);
    expect(store.view()).toMatchObject({ state: { revision: 5 }, failure: error });
    fake.answer('state.get', { ok: true, value: exampleState({ revision: 8 }) });
    push(fake, 8);
    await change(store);
    expect(store.view()).toMatchObject({ state: { revision: 8 }, failure: null });
  });

  it('keeps the messages of a lease the same list until one of them changes', async () => {
    const { fake, store } = await started();
    const [mine, other] = [exampleMessage(), exampleMessage({ sid: 'SM2', leaseId: 'lease-2' })];
    fake.update(structuredClone({ messages: [mine, other] }));
    const before = store.view().messagesOf;
    const changed = [mine, { ...other, code: '1' }];
    fake.update(structuredClone({ messages: changed }));
    const after = store.view().messagesOf;
    expect(after.get('lease-1')).toBe(before.get('lease-1'));
    expect(Object.fromEntries(after)).toEqual({ 'lease-1': [mine], 'lease-2': [{ ...other, code: '1' }] });
  });
});
