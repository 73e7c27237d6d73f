import { expect, onTestFinished } from 'vitest';
import { refusalReasons, type ReceptionState } from '../../electron/contract/reception.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { sampleMessage } from '../../electron/emulator/sampleTraffic.ts';
import { emulatorForTest, listLogger, tempFolder } from '../adapters/harness.ts';
import { fastClock, paceFrom } from './fastClock.ts';
import { hang, nuisances, unfinished, type Nuisance, type Unfinished } from './nuisances.ts';
import { startApp } from './harness.ts';
import { portAside } from './portAside.ts';
import { until } from './until.ts';

const lanes = 8;
/** So many of them to one message from Twilio. */
const toOneMessage = 10;

/** The app behind an address of its own, with a number and nothing received. */
async function appInTheOpen() {
  const clock = fastClock(paceFrom(Date.parse('2026-03-01T12:00:00Z'), 1));
  const emulator = await emulatorForTest({ now: () => clock.now() });
  const port = await portAside();
  const [origin, dataDir, log] = [`http://127.0.0.1:${port}`, tempFolder(), listLogger()];
  const { accountSid, authToken, baseUrl } = emulator;
  const { app, close } = await startApp({
    dataDir,
    clock,
    accountSid,
    authToken,
    baseUrl,
    log,
    port,
    publicUrl: origin,
  });
  onTestFinished(close);
  const { number } = await app.leases.start({ requestId: 'wish', ttlSeconds: 3_600 });
  await until('the price is seen in the balance', () => {
    const { account } = app.state();
    return account.kind === 'connected' && account.balance?.amount !== '500.00';
  });
  return { app, emulator, origin, number: number ?? '', log: log.lines };
}

async function bother(origin: string, { path = '/webhook', init }: Nuisance): Promise<number> {
  const response = await fetch(origin + path, init());
  await response.text();
  return response.status;
}

/** What is refused is counted, and what comes in is received; nothing else may be another. */
function untouched({ reception: _counts, messages: _received, leases, revision: _times, ...rest }: AppState): unknown {
  return { ...rest, leases: leases.map(({ latestCode: _code, ...lease }) => lease) };
}

/** How often the app has refused something for each group of reasons, such as `signature,tooMany`. */
function refusalsBy(groups: Iterable<string>, { refused }: ReceptionState): Record<string, number> {
  const sum = (group: string) =>
    refusalReasons
      .filter((reason) => group.split(',').includes(reason))
      .reduce((all, reason) => all + refused[reason], 0);
  return Object.fromEntries([...groups].map((group) => [group, sum(group)]));
}

/** The same, as it is to be. */
function expectedRefusals(flood: Nuisance[], waiting: number): Record<string, number> {
  const expected: Record<string, number> = { malformed: waiting };
  for (const { reasons } of flood) expected[reasons.join()] = (expected[reasons.join()] ?? 0) + 1;
  return expected;
}

/** So many forged and broken requests leave no trace but their count, and every message between them comes in. */
export async function standFlood(requests: number): Promise<void> {
  const { app, emulator, origin, number, log } = await appInTheOpen();
  const before = untouched(app.state());
  const seen: string[] = [];
  app.on('message', ({ sid }) => seen.push(sid));
  const kinds = nuisances({ authToken: emulator.authToken, url: `${origin}/webhook` });
  const flood = Array.from({ length: requests }, (_, index) => kinds[index % kinds.length] as Nuisance);
  const waiting = Array.from({ length: 40 }, (_, index) => unfinished[index % unfinished.length] as Unfinished);
  const halfOpen = await Promise.all(waiting.map(({ text }) => hang(origin, text)));

  const statuses: number[] = [];
  const sent: string[] = [];
  async function lane(first: number): Promise<void> {
    for (let index = first; index < requests; index += lanes) {
      statuses.push(await bother(origin, flood[index] as Nuisance));
      if (index % toOneMessage !== 0) continue;
      const { sid, delivered } = await emulator.sendSms({ to: number, ...sampleMessage(index) });
      expect(delivered).toMatchObject([{ status: 200 }]);
      sent.push(sid);
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));

  expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([]);
  expect(sent).toHaveLength(requests / toOneMessage);
  expect(seen.toSorted()).toEqual(sent.toSorted());
  const { messages } = await app.listMessages({ limit: 500 });
  expect(messages.map(({ sid }) => sid).toSorted()).toEqual(sent.toSorted());

  for (const socket of halfOpen) socket.destroy();
  const expected = expectedRefusals(flood, waiting.filter(({ known }) => known).length);
  const refused = () => refusalsBy(Object.keys(expected), app.state().reception);
  await until('those who waited are counted', () => refused()['malformed'] === expected['malformed']);
  expect(refused()).toEqual(expected);
  expect(app.state().reception.accepted).toBe(sent.length);
  expect(untouched(app.state())).toEqual(before);
  expect(log.filter((line) => /^(warn|error)/.test(line))).toEqual([]);
}
