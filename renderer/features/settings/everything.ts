import type { Lease, LedgerEntry, Message } from '../../../electron/contract/state.ts';
import type { Client } from '../../client.ts';

interface Page<C> {
  next: C | null;
}

/** Reads all pages of a list, one after the other. */
async function pages<C, P extends Page<C>>(read: (before: C | undefined) => Promise<P>): Promise<P[]> {
  const all: P[] = [];
  for (let before: C | null | undefined; before !== null;) {
    const page: P = await read(before);
    all.push(page);
    before = page.next;
  }
  return all;
}

/** All stored data of the account, as JSON. `at`: the time of the export, ISO 8601. */
export async function everything(client: Pick<Client, 'call'>, at: string): Promise<string> {
  const from = <C>(before: C | undefined) => (before === undefined ? {} : { before });
  const messages: Message[] = (
    await pages((before: string | undefined) => client.call('messages.list', { limit: 500, ...from(before) }))
  ).flatMap((page) => page.messages);
  const leases: Lease[] = (
    await pages((before: string | undefined) => client.call('leases.list', { limit: 500, ...from(before) }))
  ).flatMap((page) => page.leases);
  const ledger: LedgerEntry[] = (
    await pages((before: number | undefined) =>
      client.call('ledger.list', { about: 'all', limit: 1000, ...from(before) }),
    )
  ).flatMap((page) => page.entries);
  return `${JSON.stringify({ exportedAt: at, messages, leases, ledger }, null, 2)}\n`;
}
