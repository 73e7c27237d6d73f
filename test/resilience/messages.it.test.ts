import { expect, it } from 'vitest';
import { begin, expectAllOnce, letTimePass, liveAndDie, newWorld, storedNow } from './receiving.ts';

const messages = 100;

it('messages, some of them late or doubled, are all in the history once, although the app is killed between them, and between storing one and answering', async () => {
  const world = await newWorld();
  await liveAndDie(world, messages - 1, true);
  await letTimePass(world);
  const victim = begin(world, false, { diesAtMessage: true });
  await victim.ready;
  const [to = ''] = world.emulator.state().numbers.map(({ phoneNumber }) => phoneNumber);
  const { sid, delivered } = await world.emulator.sendSms({ to, body: 'Your Lumora code is 482913' });
  expect((await victim.ended).signal).toBe('SIGKILL');
  expect(delivered.filter(({ status }) => status !== undefined)).toEqual([]);
  const isThere = { sid, code: '482913', source: 'webhook', leaseId: expect.any(String) };
  expect(await storedNow(world)).toContainEqual(expect.objectContaining(isThere));
  // The next one finds it in Twilio's list, too.
  expect(await expectAllOnce(world, messages)).toContainEqual(expect.objectContaining(isThere));
});
