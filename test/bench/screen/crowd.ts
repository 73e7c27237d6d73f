import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { startEmulator, type Emulator } from '../../../electron/emulator/server.ts';
import { launchHeadlessProcess, type HeadlessProcess } from '../../e2e/harness/headless.ts';
import { oldMessages } from './oldMessages.ts';

/** The product as `npm run serve` starts it, with many numbers in use and a full inbox, on an account of the emulator. */
export interface Crowd {
  readonly host: HeadlessProcess;
  emulator: Emulator;
  /** The numbers in use. */
  recipients: string[];
  /** A signed webhook with a new code for the next number in turn; resolves when the host has answered it. */
  send(): Promise<{ code: string; sentAt: number }>;
  /** Ends the host and starts it again; its numbers stay in use. Resolves with the instant (ms) at which it was started. */
  restart(): Promise<number>;
  close(): Promise<void>;
}

/** Beyond the longest run. */
const ttlSeconds = 3_600;

export interface CrowdSize {
  numbers: number;
  messages: number;
  /** How the history is filled; with messages of the past hours and days unless given. */
  fill?: (file: string, account: string, count: number) => Promise<void> | void;
  /** Of the emulator; any unless given. */
  account?: string;
  /** The host keeps everything in this PostgreSQL, as one of a team does. */
  database?: string;
}

export async function openCrowd({
  numbers,
  messages,
  fill = fillHistory,
  account,
  database,
}: CrowdSize): Promise<Crowd> {
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-bench-'));
  const emulator = await startEmulator({ port: 0, ...(account !== undefined && { accountSid: account }) });
  emulator.setFaults({ balance: '5000' });
  if (database === undefined) await fill(join(folder, 'history.db'), emulator.accountSid, messages);
  const port = String(await freePort());
  let host = await launch(folder, emulator, port, database);
  await takeNumbers(host, numbers);
  const recipients = emulator.state().numbers.map(({ phoneNumber }) => phoneNumber);
  let sent = 0;
  return {
    get host() {
      return host;
    },
    emulator,
    recipients,
    send: async () => {
      const code = String(100_000 + ((sent * 7_919) % 900_000));
      const to = recipients[sent++ % recipients.length] ?? '';
      const sentAt = Date.now();
      const { delivered } = await emulator.sendSms({ to, body: `Your Lumora code is ${code}` });
      if (delivered[0]?.status !== 200) throw new Error(`The webhook answered ${JSON.stringify(delivered)}.`);
      return { code, sentAt };
    },
    restart: async () => {
      await host.close();
      const startedAt = Date.now();
      host = await launch(folder, emulator, port, database);
      return startedAt;
    },
    close: async () => {
      await host.close();
      await emulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function fillHistory(file: string, account: string, count: number): Promise<void> {
  const history = openHistory(file);
  await Promise.all(oldMessages(count).map((message) => history.addMessage(account, message)));
  await history.close();
}

async function launch(
  folder: string,
  emulator: Emulator,
  port: string,
  database: string | undefined,
): Promise<HeadlessProcess> {
  const host = await launchHeadlessProcess({
    OTP_DOCK_DATA_DIR: folder,
    TWILIO_API_BASE_URL: emulator.baseUrl,
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
    PORT: port,
    OTP_DOCK_TUNNEL: 'url',
    WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`,
    ...(database !== undefined && { OTP_DOCK_DATABASE_URL: database, OTP_DOCK_API_TOKEN: 'token-of-'.repeat(5) }),
  });
  // One of a team listens anew when it becomes the active one.
  const isWell = () =>
    fetch(`${host.ready.api}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isWell())) await delay(50);
  return host;
}

async function takeNumbers(host: HeadlessProcess, count: number): Promise<void> {
  const wanted = { country: 'US', type: 'local', ttlSeconds, policy: 'keep' };
  const lease = (_: unknown, index: number) => callApi(host, 'POST', '/leases', { ...wanted, label: `Test ${index}` });
  await Promise.all(Array.from({ length: count }, lease));
}

/** A request to the automation API. */
export async function callApi({ ready, token }: HeadlessProcess, method: string, path: string, body?: object) {
  const response = await fetch(`${ready.api}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} was answered with ${response.status}: ${await response.text()}`);
  return (await response.json()) as unknown;
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}
