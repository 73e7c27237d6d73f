import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const unknownSid = 'PN' + '0'.repeat(32);

describe('the numbers of the account', () => {
  it('come page by page, newest first, each once', async () => {
    const emulator = await emulatorForTest();
    const bought: string[] = [];
    for (let count = 0; count < 7; count += 1) bought.unshift((await buyUsNumber(emulator)).sid);
    const listed = await sdk(emulator).incomingPhoneNumbers.list({ pageSize: 3 });
    expect(listed.map(({ sid }) => sid)).toEqual(bought);
    const visited: string[] = [];
    await new Promise<void>((resolve, reject) => {
      sdk(emulator).incomingPhoneNumbers.each(
        { pageSize: 2, done: (error?: Error) => (error ? reject(error) : resolve()) },
        ({ sid }) => visited.push(sid),
      );
    });
    expect(visited).toEqual(bought);
  });

  it('keep their pages when a number is bought between two of them', async () => {
    const emulator = await emulatorForTest();
    for (let count = 0; count < 4; count += 1) await buyUsNumber(emulator);
    const expected = emulator
      .state()
      .numbers.map(({ sid }) => sid)
      .toReversed();
    const first = await sdk(emulator).incomingPhoneNumbers.page({ pageSize: 2 });
    await buyUsNumber(emulator);
    const second = await first.nextPage();
    expect([...first.instances, ...(second?.instances ?? [])].map(({ sid }) => sid)).toEqual(expected);
    const back = await second?.previousPage();
    expect(back?.instances.map(({ sid }) => sid)).toEqual(expected.slice(0, 2));
  });

  it('are found by name, by number and by part of a number', async () => {
    const emulator = await emulatorForTest();
    const mine = await buyUsNumber(emulator, { friendlyName: 'intent-42' });
    await buyUsNumber(emulator, { friendlyName: 'intent-43' });
    const list = (filter: object) =>
      sdk(emulator)
        .incomingPhoneNumbers.list(filter)
        .then((found) => found.map(({ sid }) => sid));
    expect(await list({ friendlyName: 'intent-42' })).toEqual([mine.sid]);
    expect(await list({ phoneNumber: mine.phoneNumber })).toEqual([mine.sid]);
    expect(await list({ phoneNumber: '415555****' })).toHaveLength(2);
    expect(await list({ beta: false, origin: 'twilio' })).toHaveLength(2);
    expect(await list({ origin: 'hosted' })).toEqual([]);
    expect(await list({ friendlyName: 'nobody' })).toEqual([]);
  });

  it('write an empty page as Twilio does', async () => {
    const emulator = await emulatorForTest();
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

  it('can be changed', async () => {
    const clock = { now: Date.UTC(2026, 0, 1) };
    const emulator = await emulatorForTest({ now: () => clock.now });
    const { sid } = await buyUsNumber(emulator, { smsUrl: 'https://old.example/webhook' });
    clock.now += 60_000;
    const changed = await sdk(emulator)
      .incomingPhoneNumbers(sid)
      .update({ smsUrl: 'https://new.example/webhook#rc=3', friendlyName: 'new' });
    expect(changed).toMatchObject({
      smsUrl: 'https://new.example/webhook#rc=3',
      friendlyName: 'new',
      smsMethod: 'POST',
    });
    expect(changed.dateUpdated.getTime() - changed.dateCreated.getTime()).toBe(60_000);
    await expect(sdk(emulator).incomingPhoneNumbers(sid).update({ smsUrl: 'nowhere' })).rejects.toMatchObject({
      code: 21402,
    });
    expect(await sdk(emulator).incomingPhoneNumbers(sid).fetch()).toMatchObject({
      smsUrl: 'https://new.example/webhook#rc=3',
    });
  });

  it('go back to the inventory when they are released', async () => {
    const emulator = await emulatorForTest();
    const { sid, phoneNumber } = await buyUsNumber(emulator);
    expect(await sdk(emulator).incomingPhoneNumbers(sid).remove()).toBe(true);
    expectRefusal(await call(emulator, `{account}/IncomingPhoneNumbers/${sid}.json`, { method: 'DELETE' }), 404, 20404);
    expect(emulator.state()).toMatchObject({ numbers: [], released: [{ sid, phoneNumber }] });
    const [offered] = await sdk(emulator).availablePhoneNumbers('US').local.list({ limit: 1 });
    expect(offered?.phoneNumber).toBe(phoneNumber);
  });

  it('that are not there answer 404/20404, and cannot be given to strangers', async () => {
    const emulator = await emulatorForTest();
    await expect(sdk(emulator).incomingPhoneNumbers(unknownSid).fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
    await expect(sdk(emulator).incomingPhoneNumbers(unknownSid).update({ friendlyName: 'x' })).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
    const { sid } = await buyUsNumber(emulator);
    await expect(
      sdk(emulator)
        .incomingPhoneNumbers(sid)
        .update({ accountSid: 'AC' + '1'.repeat(32) }),
    ).rejects.toMatchObject({ code: 20001 });
  });
});
