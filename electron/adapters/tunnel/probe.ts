import { once } from 'node:events';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { z } from 'zod';
import type { PublicProbe } from '../../core/publicProbe.ts';
import { explainCall, notThrough, redirected } from './probeErrors.ts';

/** Time limit for the whole exchange. Milliseconds. */
const patienceMs = 5_000;

/** Our own answer is under a hundred bytes. */
const longestAnswer = 4_096;

const healthSchema = z.object({ status: z.literal('ok'), instance: z.string().min(1) });

/** `sign`: X-Twilio-Signature for a URL and its parameters. */
export type Sign = (authToken: string, url: string, parameters: Record<string, string>) => string;

/** Calls our own public URL as Twilio would. Redirects are not followed: their target is not our URL. */
export function createProbe(sign: Sign, timeoutMs = patienceMs): PublicProbe {
  return {
    instance: async (baseUrl) => {
      const { status, text } = await ask(`${baseUrl}/health`, {}, timeoutMs);
      if (status >= 300 && status < 400) throw redirected(status);
      // A proxy that cannot reach us answers 502, 503 or 504.
      if (status >= 500) throw notThrough(status);
      return status === 200 ? instanceIn(text) : null;
    },
    deliver: async (webhookUrl, authToken, parameters) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': sign(authToken, webhookUrl, parameters),
      };
      const body = new URLSearchParams(parameters).toString();
      return (await ask(webhookUrl, { method: 'POST', headers, body }, timeoutMs)).status;
    },
  };
}

interface Answer {
  status: number;
  /** At most `longestAnswer` long. */
  text: string;
}

interface Call extends Pick<RequestOptions, 'method' | 'headers'> {
  body?: string;
}

/** Without `fetch`, of which a start would load all: 60 ms and some megabytes. */
async function ask(url: string, { body = '', method, headers }: Call, timeoutMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const call = url.startsWith('https:') ? (await import('node:https')).request : request;
    const own = { connection: 'close', 'cache-control': 'no-cache', ...headers };
    const sending = call(url, { ...(method && { method }), headers: own, signal }).end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    // What goes wrong from here on is told by the response.
    sending.on('error', () => undefined);
    return { status: response.statusCode ?? 0, text: await beginning(response) };
  } catch (thrown) {
    throw explainCall(signal.aborted ? signal.reason : thrown, timeoutMs);
  }
}

/** Leaving the loop closes the connection, even if more is coming. */
async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > longestAnswer) break;
  }
  return Buffer.concat(chunks).toString('utf8', 0, longestAnswer);
}

function instanceIn(text: string): string | null {
  try {
    return healthSchema.safeParse(JSON.parse(text)).data?.instance ?? null;
  } catch {
    return null;
  }
}
