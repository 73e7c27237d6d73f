import type { MessagePage } from '../../contract/messages.ts';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { plainError } from '../../contract/errors.ts';
import type { Message } from '../../contract/state.ts';
import { plainText } from '../../contract/plainText.ts';
import { csvLine, csvRow } from '../../contract/csv.ts';
import { messageColumns } from '../../contract/messagesCsv.ts';
import { ask, type Host } from '../host.ts';
import { print, usageError } from '../output.ts';
import type { Process } from '../process.ts';
import { untilInterrupted } from '../signals.ts';

export interface MessageListOptions {
  follow?: boolean;
  csv?: boolean;
  limit: number;
  search?: string;
  to?: string | undefined;
  service?: string;
  /** false: only messages without one. */
  code?: boolean;
  lease?: boolean;
}

/** Prints the newest messages, oldest first as in a log; with `follow`, also new ones until interrupted. */
export async function messages(
  process: Process,
  host: Host,
  asJson: boolean,
  options: MessageListOptions,
): Promise<void> {
  const { follow, csv } = options;
  const query = queryOf(options);
  if (follow && [...query.keys()].length > 1)
    throw usageError('--follow shows every message that comes.', 'Leave the filters out, or leave out --follow.');
  const seen = new Set<string>();
  const show = (message: Message) => {
    if (!seen.has(message.sid)) print(process, asJson, message, csv ? csvRow(messageColumns, message) : line(message));
    seen.add(message.sid);
  };
  // Start listening before reading the list, so that nothing is missed in between.
  const feed = follow ? await openFeed(process, host) : null;
  const page = await ask<MessagePage>(host, 'GET', `/v1/messages?${query.toString()}`);
  if (csv && !asJson) print(process, false, null, csvLine(Object.keys(messageColumns)));
  for (const message of page.messages.toReversed()) show(message);
  await feed?.(show);
}

function queryOf({ limit, search, to, service, code, lease }: MessageListOptions): URLSearchParams {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries({ search, to, service })) if (value) query.set(name, value);
  if (code !== undefined) query.set('withCode', String(code));
  if (lease !== undefined) query.set('noLease', String(!lease));
  return query;
}

/** Delivers the messages received since it was opened, then each new one; resolves when interrupted. */
type Feed = (take: (message: Message) => void) => Promise<void>;

async function openFeed(process: Process, host: Host): Promise<Feed> {
  const waiting: Message[] = [];
  let give = (message: Message): void => void waiting.push(message);
  const closed = Promise.withResolvers<never>();
  const socket = new WebSocket(`${host.url.replace(/^http/, 'ws')}/v1/events`, [`token.${host.token}`]);
  socket.on('message', (data) => {
    const event = JSON.parse(String(data)) as { type: string; message: Message };
    if (event.type === 'message') give(event.message);
  });
  socket.on('close', () =>
    closed.reject(plainError('NOT_FOUND', 'The host has ended.', 'Start it again with "npm run serve".')),
  );
  // An error is always followed by a close, which says the same.
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'open').catch(() => closed.promise), closed.promise]);
  return async (take) => {
    for (const message of waiting) take(message);
    give = take;
    await Promise.race([untilInterrupted(process), closed.promise]).finally(() => socket.terminate());
  };
}

function line({ receivedAt, from, to, code, body, media, sentBy }: Message): string {
  const via = sentBy ? ` via ${plainText(sentBy.name ?? sentBy.sid)}` : '';
  const files = media.map(({ contentType }) => `(${plainText(contentType)})`);
  const content = [...files, plainText(body)].join(' ').trimEnd();
  return `${receivedAt}  ${plainText(from)}${via} → ${to}  ${code ? `[${code}]` : '[no code]'}  ${content}`;
}
