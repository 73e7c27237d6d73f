// Loaded at its first use otherwise, which takes longer than the tests wait for quiet.
import 'libphonenumber-js/max';
import { onTestFinished } from 'vitest';
import type { Runtime } from '../../electron/adapters/runtime.ts';
import type { App } from '../../electron/core/app.ts';
import type { Clock } from '../../electron/core/ports.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { emulatorForTest, listLogger, tempFolder } from '../adapters/harness.ts';
import { startApp } from './harness.ts';
import { proxyFor, type Proxy } from './proxy.ts';

export interface TestApp {
  app: App;
  emulator: Emulator;
  proxy: Proxy;
  stop(): Promise<void>;
  /** Another start on the same data folder, in the place of `app`. */
  start(): Promise<void>;
}

/** The product in this process, connected to an emulated account whose clock is its own. */
export async function appForTest(clock: Clock): Promise<TestApp> {
  const emulator = await emulatorForTest({ now: () => clock.now() });
  const proxy = await proxyFor(emulator.baseUrl);
  const [dataDir, log] = [tempFolder(), listLogger()];
  const { accountSid, authToken } = emulator;
  let running: Runtime | null = null;
  const test = {
    emulator,
    proxy,
    start: async () => {
      running = await startApp({ dataDir, clock, accountSid, authToken, baseUrl: proxy.url, log });
      test.app = running.app;
    },
    stop: async () => {
      const ending = running?.close();
      running = null;
      await ending;
    },
  } as TestApp;
  await test.start();
  onTestFinished(() => test.stop());
  return test;
}

/** A wish for a number for an hour. */
export function wish(index: number): { requestId: string; ttlSeconds: number } {
  return { requestId: `wish-${index}`, ttlSeconds: 3_600 };
}

/** Everything that the account ever bought. */
export function bought(emulator: Emulator): { sid: string; phoneNumber: string; name: string | undefined }[] {
  const { numbers, released } = emulator.state();
  return [...numbers, ...released].map(({ sid, phoneNumber, boughtWith }) => {
    return { sid, phoneNumber, name: boughtWith['FriendlyName'] };
  });
}
