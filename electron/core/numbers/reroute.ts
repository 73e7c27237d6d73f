import { toFailure } from '../../contract/errors.ts';
import type { Logger, Telephony } from '../ports.ts';
import type { LeaseBook } from './leaseBook.ts';

/** Points the numbers of active leases to a new webhook URL. A number that cannot be changed is said in the log. */
export async function reroute(book: LeaseBook, telephony: Telephony, smsUrl: string, log: Logger): Promise<void> {
  for (const { id, life } of book.records()) {
    if (life.state !== 'active' || life.holding.smsUrl === smsUrl) continue;
    try {
      await telephony.setSmsUrl(life.holding.numberSid, smsUrl);
      await book.apply(id, { type: 'rerouted', smsUrl });
    } catch (thrown) {
      log.warn(`${life.holding.number} still calls its old webhook: ${toFailure(thrown).message}`);
    }
  }
}
