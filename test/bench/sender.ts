import { Agent, request } from 'node:http';
import twilio from 'twilio';

export const accountSid = `AC${'a'.repeat(32)}`;
export const authToken = 'b'.repeat(32);
export const url = 'https://hooks.example/webhook';
const perRound = 400;
const atOnce = 8;

/** A signed webhook of a message. */
export interface Form {
  body: string;
  signature: string;
}

export function form(index: number): Form {
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

/**
 * Posts a round of messages to a webhook; answers how many a second were answered with 200 and, with `finish`, how many
 * until that was done, too.
 */
export async function rate(port: number, next: () => Form, finish?: () => Promise<unknown>): Promise<number> {
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
  await finish?.();
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
