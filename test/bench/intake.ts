import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import express from 'express';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { createLogger } from '../../electron/adapters/log/logger.ts';
import { closeServer, listenOnLoopback } from '../../electron/adapters/loopback.ts';
import { createSignatureCheck } from '../../electron/adapters/twilio/signature.ts';
import { createWebhookApp } from '../../electron/adapters/webhook/webhookApp.ts';
import type { Message } from '../../electron/contract/state.ts';
import type { History } from '../../electron/core/ports.ts';
import { extract } from '../../electron/core/otp/extract.ts';
import { openBareTable } from './bareTable.ts';
import { inFolder } from './inFolder.ts';
import { atMostTimes, measure, type Measurement, type Row } from './measure.ts';
import { rate } from './sender.ts';
import { anyAccount, anyNumber, webhook } from './webhook.ts';

export const url = 'https://hooks.example/webhook';
const { accountSid, authToken } = anyAccount;

/**
 * Signed messages a second, each on disk before it is answered; the same, until a search finds all of them; and the time
 * of each of them while others flood the webhook with what it refuses.
 */
export function measureIntake(options: { full: boolean }): Promise<Row[]> {
  return inFolder(async (folder) => {
    const history = openHistory(join(folder, 'history.db'));
    const ours = await listenOnLoopback(webhookOn(history), 0);
    const bare = await listenOnLoopback(bareWebhook(join(folder, 'bare.db')), 0);
    try {
      const searchIndex = () => history.countMessages(accountSid, { search: 'not there' });
      const rows: Row[] = [];
      for (const measurement of measurements(ours.port, bare.port, searchIndex))
        rows.push(await measure(measurement, options));
      return rows;
    } finally {
      await Promise.all([ours, bare].map(({ server }) => closeServer(server, 0)));
      await history.close();
    }
  });
}

/** The webhook as the product has it. */
export function webhookOn(history: Pick<History, 'addMessage'>): RequestListener {
  const receive = async (sms: Pick<Message, 'sid' | 'to' | 'from' | 'body' | 'receivedAt'>) => {
    const { code, candidates, service, reason, links } = extract(sms.body);
    const found = { code, candidates, service, reason, links, leaseId: null };
    const how = { numMedia: 0, media: [], sentBy: null, channel: 'sms' as const, source: 'webhook' as const };
    const added = await history.addMessage(accountSid, { ...sms, ...found, ...how });
    return typeof added === 'string' ? added : 'completed';
  };
  return createWebhookApp({
    gate: {
      publicUrls: () => [url],
      accountSid: () => accountSid,
      authToken: () => authToken,
      refused: () => undefined,
      answered: () => undefined,
      mayHaveMissed: () => undefined,
      instance: () => 'bench',
      receive,
    },
    log: createLogger(() => undefined),
    now: () => Date.now(),
    isSigned: createSignatureCheck(),
    vouch: () => undefined,
  });
}

function bareWebhook(file: string) {
  const store = openBareTable(file);
  return express().post('/webhook', express.urlencoded({ extended: false }), (request, response) => {
    const { MessageSid = '', From = '', To = '', Body = '' } = request.body as Record<string, string>;
    store(MessageSid, From, To, Body);
    response.type('text/xml').send('<Response/>');
  });
}

function measurements(ours: number, bare: number, searchIndex: () => Promise<unknown>): Measurement[] {
  let sent = 0;
  const next = () => webhook(sent++, url, anyAccount, anyNumber);
  const floor = () => rate(bare, next);
  const floorIs = 'bare Express that stores each in SQLite with synchronous=FULL before it answers';
  const answered = async () => {
    const perSecond = await rate(ours, next);
    // Or it would be written while the floor is measured.
    await searchIndex();
    return perSecond;
  };
  const usPerMessage = async () => 1_000_000 / (await answered());
  return [
    {
      name: 'intake',
      unit: 'messages/s',
      floorIs,
      goal: 'at least 0.7 of the floor',
      isOk: ({ ratio }) => ratio >= 0.7,
      ours: answered,
      floor,
    },
    {
      name: 'intake, until all are found by the search',
      unit: 'messages/s',
      floorIs,
      goal: 'none',
      isOk: () => true,
      ours: () => rate(ours, next, { finish: searchIndex }),
      floor,
    },
    {
      name: 'flooded',
      unit: 'µs/message',
      floorIs: 'the same webhook when nobody else sends',
      ...atMostTimes(2),
      ours: () => whileFlooded(ours, usPerMessage),
      floor: usPerMessage,
    },
  ];
}

/** The flood comes from a thread of its own; the work begins when its first requests have been refused. */
async function whileFlooded<T>(port: number, work: () => Promise<T>): Promise<T> {
  const flood = new Worker(new URL('./flooder.ts', import.meta.url), { workerData: port });
  await once(flood, 'message');
  try {
    return await work();
  } finally {
    await flood.terminate();
  }
}
