type Message = { id: number; call: string; args: unknown[] } | { id: number; value: unknown } | Failure;
type Failure = { id: number; error: string };

/** An end of the channel between a process and its child: `process` in the child, the child in the other. */
interface Port {
  connected: boolean;
  on(event: 'message', listener: (message: Message) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  send?(message: Message): unknown;
}

/**
 * Answers the calls of the other process with the functions of `ours`, in whichever they are. Returns those of the other process, each of which
 * rejects when that process is gone before it has answered.
 */
export function openLine<Theirs>(port: Port, ours: object[]): Theirs {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;

  const send = (message: Message) => {
    if (port.connected) port.send?.(message);
  };
  const settle = (reply: Exclude<Message, { call: string }>) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) call?.reject(new Error(reply.error));
    else call?.resolve(reply.value);
  };
  port.on('message', (message) => {
    if ('call' in message) void answer(ours, message).then(send);
    else settle(message);
  });
  port.once('disconnect', () => waiting.forEach((_call, id) => settle(gone(id))));

  const ask = (call: string, args: unknown[]) => {
    const id = (calls += 1);
    const reply = Promise.withResolvers<unknown>();
    waiting.set(id, reply);
    if (port.connected) send({ id, call, args });
    else settle(gone(id));
    return reply.promise;
  };
  return callsOf<Theirs>(ask);
}

/** An object whose functions are all asked for by their names. Whoever awaits it itself must not take it for a promise. */
export function callsOf<Theirs>(ask: (call: string, args: unknown[]) => Promise<unknown>): Theirs {
  const get = (_target: object, name: string | symbol) =>
    typeof name === 'string' && name !== 'then' ? (...args: unknown[]) => ask(name, args) : undefined;
  return new Proxy({}, { get }) as Theirs;
}

async function answer(
  ours: object[],
  { id, call, args }: { id: number; call: string; args: unknown[] },
): Promise<Message> {
  try {
    const one = ours.find((functions) => call in functions)!;
    return { id, value: await (Reflect.get(one, call) as (...given: unknown[]) => unknown).apply(one, args) };
  } catch (error) {
    return { id, error: `${call}: ${String(error)}` };
  }
}

function gone(id: number): Failure {
  return { id, error: 'The app ended before it answered.' };
}
