import { describe, expect } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRejection, it, sdk } from './harness.ts';

const sidsOf = (numbers: { sid: string }[]) => numbers.map(({ sid }) => sid);

describe('the numbers of the account', () => {
  it('come page by page, newest first, each once', async ({ emulator, client: { incomingPhoneNumbers } }) => {
    for (let count = 0; count < 7; count += 1) await buyUsNumber(emulator);
    const expected = sidsOf(emulator.state().numbers).toReversed();
    expect(sidsOf(await incomingPhoneNumbers.list({ pageSize: 3 }))).toEqual(expected);
    const { body } = await call(emulator, '{account}/IncomingPhoneNumbers.json?PageSize=200');
    expect([sidsOf(body.incoming_phone_numbers), body.next_page_uri]).toEqual([expected, null]);
    const visited: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error) => (error ? reject(error) : resolve());
      incomingPhoneNumbers.each({ pageSize: 2, done }, ({ sid }) => visited.push(sid));
    });
    expect(visited).toEqual(expected);
  });

  it('keep their pages when a number is bought between two of them', async ({ emulator, client }) => {
    for (let count = 0; count < 4; count += 1) await buyUsNumber(emulator);
    const expected = sidsOf(emulator.state().numbers).toReversed();
    const first = await client.incomingPhoneNumbers.page({ pageSize: 2 });
    await buyUsNumber(emulator);
    const second = await first.nextPage();
    expect(sidsOf([...first.instances, ...(second?.instances ?? [])])).toEqual(expected);
    const back = await second?.previousPage();
    expect(sidsOf(back?.instances ?? [])).toEqual(expected.slice(0, 2));
  });

  it('are found by name, by number and by part of a number', async ({ emulator, client }) => {
    const mine = await buyUsNumber(emulator, { friendlyName: 'intent-42' });
    await buyUsNumber(emulator, { friendlyName: 'intent-43' });
    const list = async (filter: object) => sidsOf(await client.incomingPhoneNumbers.list(filter));
    expect(await list({ friendlyName: 'intent-42' })).toEqual([mine.sid]);
    expect(await list({ phoneNumber: mine.phoneNumber })).toEqual([mine.sid]);
    expect(await list({ phoneNumber: '415555****' })).toHaveLength(2);
    expect(await list({ beta: false, origin: 'twilio' })).toHaveLength(2);
    expect(await list({ origin: 'hosted' })).toEqual([]);
    expect(await list({ friendlyName: 'nobody' })).toEqual([]);
  });

  it('write an empty page as Twilio does', async ({ emulator }) => {
    const { body } = await call(emulator, '{account}/IncomingPhoneNumbers.json?FriendlyName=a%20b');
    const path = `/2010-04-01/Accounts/${emulator.accountSid}/IncomingPhoneNumbers.json?FriendlyName=a+b&PageSize=50&Page=0`;
    expect(body).toEqual({
      incoming_phone_numbers: [],
      page: 0,
      page_size: 50,
      start: 0,
      end: 0,
      uri: path,
      first_page_uri: path,
      next_page_uri: null,
      previous_page_uri: null,
    });
  });

  it('can be changed, and not be given to strangers', async () => {
    const emulator = await emulatorForTest({ now: () => Date.UTC(2026, 0, 1) });
    const { sid } = await buyUsNumber(emulator, { smsUrl: 'https://old.example/webhook' });
    const number = sdk(emulator).incomingPhoneNumbers(sid);
    emulator.advanceClock(60);
    const smsUrl = 'https://new.example/webhook#rc=3';
    const changed = await number.update({ smsUrl, friendlyName: 'new' });
    expect(changed).toMatchObject({ smsUrl, friendlyName: 'new', smsMethod: 'POST' });
    expect(changed.dateUpdated.getTime() - changed.dateCreated.getTime()).toBe(60_000);
    await expectRejection(number.update({ smsUrl: 'nowhere' }), 400, 21402);
    await expectRejection(number.update({ accountSid: 'AC' + '1'.repeat(32) }), 400, 20001);
    expect(await number.fetch()).toMatchObject({ smsUrl });
  });

  it('go back to the inventory when they are released', async ({ emulator, client }) => {
    const { sid, phoneNumber } = await buyUsNumber(emulator);
    expect(await client.incomingPhoneNumbers(sid).remove()).toBe(true);
    await expectRejection(client.incomingPhoneNumbers(sid).remove(), 404, 20404);
    expect(emulator.state()).toMatchObject({ numbers: [], released: [{ sid, phoneNumber }] });
    const [offered] = await client.availablePhoneNumbers('US').local.list({ limit: 1 });
    expect(offered?.phoneNumber).toBe(phoneNumber);
  });
});
