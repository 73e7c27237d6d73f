import type { ChildProcess } from 'node:child_process';
import {
  controlNames,
  type ControlCall,
  type ControlNews,
  type ControlReply,
  type Controls,
} from '../electron-double/control.ts';

/** The controls of the double, carried to its process and back. */
export function remoteControls(child: ChildProcess): Controls {
  const waiting = new Map<number, (reply: Omit<ControlReply, 'id'>) => void>();
  let calls = 0;
  child.on('message', (reply: ControlReply | ControlNews) => 'id' in reply && waiting.get(reply.id)?.(reply));
  child.once('exit', () => waiting.forEach((answer) => answer({ error: 'The app ended before it answered.' })));
  const ask = (call: keyof Controls, args: unknown[]) =>
    new Promise<unknown>((done, fail) => {
      const id = (calls += 1);
      waiting.set(id, (reply) => {
        waiting.delete(id);
        if ('error' in reply) fail(new Error(`${call}: ${String(reply.error)}`));
        else done((reply as { value: unknown }).value);
      });
      child.send(
        { id, call, args } satisfies ControlCall,
        (error) => error && waiting.get(id)?.({ error: error.message }),
      );
    });
  const entries = controlNames.map((call) => [call, (...args: unknown[]) => ask(call, args)] as const);
  return Object.fromEntries(entries) as unknown as Controls;
}
