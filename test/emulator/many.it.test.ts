import { expect, it } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { call, emulatorForTest, sdk } from './harness.ts';

const many = 200;

async function buyMany(emulator: Emulator): Promise<void> {
  const { body } = await call(emulator, `{account}/AvailablePhoneNumbers/US/Local.json?PageSize=${many}`);
  const numbers: string[] = body.available_phone_numbers.map((one: { phone_number: string }) => one.phone_number);
  for (const [index, PhoneNumber] of numbers.entries()) {
    await call(emulator, '{account}/IncomingPhoneNumbers.json', {
      form: { PhoneNumber, FriendlyName: `pool ${index}` },
    });
  }
}

it('hundreds of numbers are listed on one page, found by name and by number, and billed each month', async () => {
  const emulator = await emulatorForTest({ now: () => Date.UTC(2026, 10, 22, 12) });
  emulator.setFaults({ balance: '10000.00' });
  await buyMany(emulator);
  const client = sdk(emulator);
  expect(emulator.state().balance.amount).toBe('9770.00');
  const { body } = await call(emulator, `{account}/IncomingPhoneNumbers.json?PageSize=${many}`);
  expect(body.incoming_phone_numbers).toHaveLength(many);
  expect(body.next_page_uri).toBeNull();
  expect(await client.incomingPhoneNumbers.list({ pageSize: 60 })).toHaveLength(many);
  const [named] = await client.incomingPhoneNumbers.list({ friendlyName: `pool ${many - 1}` });
  expect(named?.phoneNumber).toBe(body.incoming_phone_numbers[0].phone_number);
  expect(await client.incomingPhoneNumbers.list({ phoneNumber: named?.phoneNumber ?? '' })).toHaveLength(1);
  emulator.advanceClock(365 * 86_400);
  const [usage] = await client.usage.records.list({ category: 'phonenumbers' });
  expect(usage).toMatchObject({ count: String(13 * many), price: 13 * 230 });
  expect(emulator.state().balance.amount).toBe('7010.00');
});
