import type { MessagePage } from './messages.ts';
import type { MessageFilter, MessagesInput } from './messages.ts';
import type { CsvColumns } from './csv.ts';
import type { Message } from './state.ts';

const pageSize = 500;

export const messageColumns = {
  receivedAt: ({ receivedAt }) => receivedAt,
  from: ({ from }) => from,
  to: ({ to }) => to,
  code: ({ code }) => code,
  service: ({ service }) => service,
  body: ({ body }) => body,
  sid: ({ sid }) => sid,
  leaseId: ({ leaseId }) => leaseId,
  sentBy: ({ sentBy }) => sentBy && (sentBy.name ?? sentBy.sid),
  media: ({ media }) => media.map(({ contentType }) => contentType).join(' '),
} satisfies CsvColumns<Message>;

/** Every message that matches a filter, newest first, a page of `read` at a time. */
export async function* messagePages(
  read: (query: MessagesInput) => Promise<MessagePage>,
  filter: MessageFilter,
): AsyncGenerator<Message[]> {
  for (let before: string | null | undefined; before !== null;) {
    const page: MessagePage = await read({ ...filter, limit: pageSize, ...(before !== undefined && { before }) });
    yield page.messages;
    before = page.next;
  }
}
