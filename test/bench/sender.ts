import { Agent } from 'node:http';
import { exchange, type webhook } from './webhook.ts';

const perRound = 400;

type Form = ReturnType<typeof webhook>;

/**
 * Posts a round of messages to a webhook; answers how many a second were answered with 200 and, with `finish`, how many
 * until that was done, too.
 */
export async function rate(
  port: number,
  next: () => Form,
  { finish, atOnce = 8, of = perRound }: { finish?: () => Promise<unknown>; atOnce?: number; of?: number } = {},
): Promise<number> {
  const forms = Array.from({ length: of }, next);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const lane = async (_: unknown, first: number): Promise<void> => {
    for (let index = first; index < of; index += atOnce) {
      const { headers, body } = forms[index]!;
      await exchange(`http://127.0.0.1:${port}/webhook`, { agent, method: 'POST', headers }, body);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  await finish?.();
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return of / seconds;
}
