import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventLog } from '../../electron/api/eventLog.ts';
import type { Message } from '../../electron/contract/state.ts';
import { Events } from '../../electron/core/events.ts';

function logOf(most: number) {
  const events = new Events();
  const log = new EventLog({ on: (name, listener) => events.on(name, listener) }, { most });
  return { log, say: (sid: string) => events.emit('message', { sid } as Message) };
}

describe('the log of events', () => {
  it('from any cursor gives all that came after it, or says that it cannot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 20 }), (most, count) => {
        const { log, say } = logOf(most);
        const cursors = [log.cursor()];
        for (let i = 1; i <= count; i += 1) {
          say(String(i));
          cursors.push(log.cursor());
        }
        cursors.forEach((cursor, seen) => {
          const missed = Array.from({ length: count - seen }, (_, i) => String(seen + i + 1));
          const told = log.since(cursor)?.map((event) => event.type === 'message' && event.message.sid) ?? null;
          expect(told).toEqual(missed.length <= most ? missed : null);
        });
      }),
    );
  });

  it('knows no cursor of another run, none to come, and no nonsense', () => {
    const [{ log }, other] = [logOf(5), logOf(5)];
    const run = log.cursor().slice(0, -2);
    for (const cursor of [other.log.cursor(), `${run}.1`, `${run}.-1`, `${run}.x`, run, '', '.', '0'])
      expect(log.since(cursor)).toBeNull();
  });

  it('says nothing any more once it is closed', () => {
    const { log, say } = logOf(5);
    const cursor = log.cursor();
    log.close();
    say('1');
    expect(log.since(cursor)).toEqual([]);
  });
});
