import type { Context } from '../rest.ts';
import type { StoredMessage } from '../state.ts';
import { keywordOf, obey } from './optOut.ts';
import { dispatch, forward } from './send.ts';

/** Obeys a recipient's STOP, START or HELP, and answers. Any other message changes nothing. */
export async function obeyReply(context: Context, { from: recipient, to: number, body }: StoredMessage): Promise<void> {
  const keyword = keywordOf(body);
  const text = keyword && obey(context.world, keyword, recipient, number);
  if (!text) return;
  const answer = {
    to: recipient,
    from: number,
    body: text,
    media: [],
    service: null,
    statusCallback: null,
    sendAt: null,
  };
  try {
    forward(context, await dispatch(context, answer, 'outbound-reply'));
  } catch {
    // Why is in the log; the recipient's wish counts all the same.
  }
}
