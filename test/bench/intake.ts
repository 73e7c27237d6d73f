import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import twilio from 'twilio';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { createLogger } from '../../electron/adapters/logger.ts';
import { closeServer, listenOnLoopback } from '../../electron/adapters/loopback.ts';
import { createSignatureCheck } from '../../electron/adapters/twilio/signature.ts';
import { createWebhookApp } from '../../electron/adapters/webhook/webhookApp.ts';
import { extract } from '../../electron/core/otp/extract.ts';
import type { Measurement } from './measure.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const authToken = 'b'.repeat(32);
const url = 'https://hooks.example/webhook';
const perRound = 400;
const atOnce = 8;

export interface Intake extends Measurement {
  close(): Promise<void>;
}

/** Signed messages a second, each on disk before it is answered. */
export async function openIntake(): Promise<Intake> {
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-bench-'));
  const history = openHistory(join(folder, 'history.db'));
  const gate = {
    publicUrls: () => [url],
    accountSid: () => accountSid,
    authToken: () => authToken,
    refused: () => undefined,
    instance: () => 'bench',
    receive: ({
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
      return history.addMessage(accountSid, {
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
    },
  };
  const ours = createWebhookApp({
    gate,
    log: createLogger(() => undefined),
    now: () => Date.now(),
    isSigned: createSignatureCheck(),
  });
  const bare = express().post(
    '/webhook',
    express.urlencoded({ extended: false }),
    (_request, response) => void response.type('text/xml').send('<Response/>'),
  );
  const [oursOn, bareOn] = [await listenOnLoopback(ours, 0), await listenOnLoopback(bare, 0)];
  let sent = 0;
  const next = () => form(sent++);
  return {
    name: 'intake',
    unit: 'messages/s',
    floorIs: 'bare Express with urlencoded parsing that answers at once',
    goal: 'at least 0.6 of the floor',
    isOk: (ratio) => ratio >= 0.6,
    ours: () => rate(oursOn.port, next),
    floor: () => rate(bareOn.port, next),
    close: async () => {
      await Promise.all([oursOn.server, bareOn.server].map((server: Server) => closeServer(server, 0)));
      await history.close();
      rmSync(folder, { recursive: true });
    },
  };
}

interface Form {
  body: string;
  signature: string;
}

function form(index: number): Form {
  const parameters = {
    AccountSid: accountSid,
    MessageSid: `SM${index.toString(16).padStart(32, '0')}`,
    From: '+12025550123',
    To: '+12025550199',
    Body: `Your Lumora code is ${100_000 + (index % 900_000)}`,
    NumMedia: '0',
  };
  return {
    body: new URLSearchParams(parameters).toString(),
    signature: twilio.getExpectedTwilioSignature(authToken, url, parameters),
  };
}

async function rate(port: number, next: () => Form): Promise<number> {
  const forms = Array.from({ length: perRound }, next);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, (_, lane) =>
      sendAll(
        port,
        agent,
        forms.filter((__, index) => index % atOnce === lane),
      ),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return perRound / seconds;
}

async function sendAll(port: number, agent: Agent, forms: Form[]): Promise<void> {
  for (const each of forms) await post(port, agent, each);
}

function post(port: number, agent: Agent, { body, signature }: Form): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-twilio-signature': signature,
  };
  const sending = request({ port, agent, method: 'POST', path: '/webhook', headers }, (response) => {
    response
      .resume()
      .on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`The webhook answered ${response.statusCode}.`)),
      );
  });
  sending.on('error', reject).end(body);
  return promise;
}
