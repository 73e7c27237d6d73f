import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { createLogger } from '../../electron/adapters/log/logger.ts';
import { closeServer, listenOnLoopback } from '../../electron/adapters/loopback.ts';
import { createSignatureCheck } from '../../electron/adapters/twilio/signature.ts';
import { createWebhookApp } from '../../electron/adapters/webhook/webhookApp.ts';
import { extract } from '../../electron/core/otp/extract.ts';
import { beginFlood } from './flood.ts';
import { measure, type Measurement, type Row } from './measure.ts';
import { accountSid, authToken, form, rate, url } from './sender.ts';

interface Intake {
  /** Signed messages a second, each on disk before it is answered. */
  intake: Measurement;
  /** The same, until a search finds all of them. */
  searchable: Measurement;
  /** The time of each of them while others flood the webhook with what it refuses. */
  flooded: Measurement;
  close(): Promise<void>;
}

export async function measureIntake(): Promise<Row[]> {
  const { intake, searchable, flooded, close } = await openIntake();
  try {
    return [await measure(intake), await measure(searchable), await measure(flooded)];
  } finally {
    await close();
  }
}

/** The webhook as the product has it. */
async function openIntake(): Promise<Intake> {
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-bench-'));
  const history = openHistory(join(folder, 'history.db'));
  const gate = {
    publicUrls: () => [url],
    accountSid: () => accountSid,
    authToken: () => authToken,
    refused: () => undefined,
    mayHaveMissed: () => undefined,
    instance: () => 'bench',
    receive: async ({
      sid,
      to,
      from,
      body,
      receivedAt,
    }: {
      sid: string;
      to: string;
      from: string;
      body: string;
      receivedAt: string;
    }) => {
      const { code, candidates, service, reason } = extract(body);
      const added = await history.addMessage(accountSid, {
        sid,
        to,
        from,
        body,
        receivedAt,
        leaseId: null,
        code,
        candidates,
        service,
        reason,
        source: 'webhook',
      });
      return typeof added === 'string' ? added : 'completed';
    },
  };
  const ours = createWebhookApp({
    gate,
    log: createLogger(() => undefined),
    now: () => Date.now(),
    isSigned: createSignatureCheck(),
    vouch: () => undefined,
  });
  const bare = express().post(
    '/webhook',
    express.urlencoded({ extended: false }),
    (_request, response) => void response.type('text/xml').send('<Response/>'),
  );
  const [oursOn, bareOn] = [await listenOnLoopback(ours, 0), await listenOnLoopback(bare, 0)];
  let sent = 0;
  const next = () => form(sent++);
  const searchIndex = () => history.countMessages(accountSid, { search: 'not there' });
  const floor = () => rate(bareOn.port, next);
  const floorIs = 'bare Express with urlencoded parsing that answers at once';
  const intake: Measurement = {
    name: 'intake',
    unit: 'messages/s',
    floorIs,
    goal: 'at least 0.6 of the floor',
    isOk: ({ ratio }) => ratio >= 0.6,
    why: 'a message goes into a table and the indexes of it, some ten pages, and to the disk before it is answered.',
    ours: async () => {
      const answered = await rate(oursOn.port, next);
      // Or it would be written while the floor is measured.
      await searchIndex();
      return answered;
    },
    floor,
  };
  const searchable: Measurement = {
    name: 'intake, until all are found by the search',
    unit: 'messages/s',
    floorIs,
    goal: 'none',
    isOk: () => true,
    ours: () => rate(oursOn.port, next, searchIndex),
    floor,
  };
  const usPerMessage = async () => 1_000_000 / (await intake.ours());
  const flooded: Measurement = {
    name: 'flooded',
    unit: 'µs/message',
    floorIs: 'the same webhook when nobody else sends',
    goal: 'at most 2 times the floor',
    isOk: ({ ratio }) => ratio <= 2,
    ours: async () => {
      const flood = await beginFlood(oursOn.port);
      try {
        return await usPerMessage();
      } finally {
        await flood.end();
      }
    },
    floor: usPerMessage,
  };
  return {
    intake,
    searchable,
    flooded,
    close: async () => {
      await Promise.all([oursOn.server, bareOn.server].map((server: Server) => closeServer(server, 0)));
      await history.close();
      rmSync(folder, { recursive: true });
    },
  };
}
