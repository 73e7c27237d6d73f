import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createTelephony, type TelephonyOptions } from '../../electron/adapters/twilio/telephony.ts';
import type { Telephony } from '../../electron/core/ports.ts';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../electron/emulator/server.ts';

export { appErrorOf, failureOf, thrownFailure } from '../support/failures.ts';
export { listLogger } from '../support/listLogger.ts';

/** Takes what is to be done when something is not needed any more. */
export type OnEnd = (end: () => void | Promise<void>) => void;

/** A folder that is gone when the test is over. */
export function tempFolder(onEnd: OnEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-test-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function emulatorForTest(options: EmulatorOptions = {}, onEnd: OnEnd = onTestFinished): Promise<Emulator> {
  const emulator = await startEmulator({ port: 0, ...options });
  onEnd(() => emulator.close());
  return emulator;
}

/** An emulated account, and the real SDK that works with it. */
export async function accountForTest(
  options: EmulatorOptions = {},
): Promise<{ emulator: Emulator; telephony: Telephony }> {
  const emulator = await emulatorForTest(options);
  return { emulator, telephony: telephonyFor(emulator) };
}

export function telephonyFor(emulator: Pick<Emulator, 'accountSid' | 'authToken' | 'baseUrl'>): Telephony {
  return createTelephony(emulator, emulator.baseUrl);
}

/** A server on loopback that is gone when the test is over. */
export async function serverForTest(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers each request with this. */
export function json(status: number, body: unknown): RequestListener {
  return (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export const someAccount = { accountSid: `AC${'1'.repeat(32)}`, authToken: '5ecre7'.repeat(5) };

/** The real SDK, for an account whose server does as a test says. */
export async function telephonyAt(handler: RequestListener, options: TelephonyOptions = {}): Promise<Telephony> {
  return createTelephony(someAccount, await serverForTest(handler), options);
}

/** A port on loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Permission bits, as in `0o600`. */
export function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
