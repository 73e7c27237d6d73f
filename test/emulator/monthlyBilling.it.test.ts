import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { nextBill } from '../../electron/core/money/billing.ts';
import { billInstant } from '../../electron/emulator/billing.ts';
import { buyUsNumber, call, emulatorForTest, it, sdk } from './harness.ts';

const dayS = 86_400;
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

describe('the day of a bill', () => {
  it.for([
    ['2026-11-22', ['2026-12-22', '2027-01-22']],
    ['2027-01-31', ['2027-02-28', '2027-03-31', '2027-04-30']],
    ['2028-01-30', ['2028-02-29', '2028-03-30']],
  ] as const)('of a number bought on %s is midnight of %j', ([boughtOn, bills]) => {
    const instants = bills.map((_day, index) => billInstant(noonOf(boughtOn), index + 1));
    expect(instants).toEqual(bills.map((day) => Date.parse(day)));
  });

  it('is midnight in the month that it belongs to, never later in it than the purchase, and the one that the app expects', () => {
    const someTime = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(someTime, fc.integer({ min: 1, max: 120 }), (bought, months) => {
        const bill = new Date(billInstant(bought.getTime(), months));
        const monthOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(monthOf(bill)).toBe(monthOf(bought) + months);
        expect(bill.getTime() % (dayS * 1_000)).toBe(0);
        expect(bill.getUTCDate()).toBeLessThanOrEqual(bought.getUTCDate());
        const before = months === 1 ? bought.getTime() : billInstant(bought.getTime(), months - 1);
        expect(nextBill(bought.getTime(), before)).toBe(bill.getTime());
      }),
    );
  });
});

describe('a number that is kept', () => {
  it('is billed again each month until it is released, each bill once', async () => {
    const emulator = await emulatorForTest({ now: () => noonOf('2026-11-22') });
    const client = sdk(emulator);
    const { sid } = await buyUsNumber(emulator);
    emulator.advanceClock(29 * dayS);
    expect(emulator.state().balance.amount).toBe('498.85');
    emulator.advanceClock(dayS);
    expect(emulator.state().balance.amount).toBe('497.70');
    expect(Number((await client.balance.fetch()).balance)).toBe(497.7);
    emulator.advanceClock(62 * dayS);
    // The last of these months had begun before its release was asked for.
    await client.incomingPhoneNumbers(sid).remove();
    emulator.advanceClock(365 * dayS);
    const bills = ['2026-11-22T12:00Z', '2026-12-22', '2027-01-22', '2027-02-22'].map((at) => Date.parse(at));
    expect(emulator.state()).toMatchObject({ balance: { amount: '495.40' }, numbers: [], released: [{ sid, bills }] });
  });

  it('is billed by a clock that the test moves, too', async () => {
    const clock = { now: noonOf('2026-11-30') };
    const emulator = await emulatorForTest({ now: () => clock.now });
    await buyUsNumber(emulator);
    clock.now = Date.parse('2026-12-30') - 1;
    expect(emulator.state().numbers[0]?.bills).toHaveLength(1);
    clock.now += 1;
    expect(emulator.state().numbers[0]?.bills).toEqual([noonOf('2026-11-30'), Date.parse('2026-12-30')]);
  });

  it('costs nothing when it is a magic one', async ({ emulator, client }) => {
    await client.incomingPhoneNumbers.create({ phoneNumber: '+15005550006' });
    emulator.advanceClock(365 * dayS);
    expect(emulator.state()).toMatchObject({ balance: { amount: '500.00' }, numbers: [{ bills: [] }] });
  });

  it('can take the balance below zero, and then nothing can be bought', async ({ emulator }) => {
    await buyUsNumber(emulator);
    emulator.setFaults({ balance: '1.00' });
    emulator.advanceClock(31 * dayS);
    expect(emulator.state().balance.amount).toBe('-0.15');
    await expect(buyUsNumber(emulator)).rejects.toMatchObject({ code: 20005 });
    emulator.advanceClock(31 * dayS);
    emulator.setFaults({ balance: '7.00' });
    expect(emulator.state().balance.amount).toBe('7.00');
  });
});

describe('usage over months', () => {
  it.for([
    ['Category=phonenumbers', 9.9],
    ['Category=totalprice', 9.9083],
    ['Category=phonenumbers&StartDate=2026-12-22&EndDate=2026-12-22', 3.3],
    ['Category=totalprice&StartDate=2026-12-01&EndDate=2026-12-31', 3.3],
    ['Category=totalprice&EndDate=2026-12-21', 3.3083],
    ['Category=totalprice&StartDate=2026-12-22', 6.6],
    ['Category=totalprice&StartDate=-1days', 3.3],
    ['Category=phonenumbers-tollfree', 6.45],
  ] as const)('counts each bill on its own day: by %s it is %f', async ([query, price]) => {
    const emulator = await emulatorForTest({ now: () => noonOf('2026-11-22') });
    await buyUsNumber(emulator);
    const { phoneNumber: to } = await sdk(emulator).incomingPhoneNumbers.create({ areaCode: '800' });
    await emulator.sendSms({ to, body: 'x' });
    emulator.advanceClock(61 * dayS);
    const { body } = await call(emulator, `{account}/Usage/Records.json?${query}`);
    expect(body.usage_records[0].price).toBeCloseTo(price, 9);
    const none = await call(emulator, '{account}/Usage/Records.json?Category=calls');
    expect(none.body.usage_records).toEqual([]);
  });

  it('can be asked for today and for months', async () => {
    const emulator = await emulatorForTest({ now: () => noonOf('2026-11-22') });
    await buyUsNumber(emulator);
    emulator.advanceClock(62 * dayS);
    await buyUsNumber(emulator);
    const { records } = sdk(emulator).usage;
    const [category, today] = ['totalprice', new Date('2027-01-23')] as const;
    const asked = [
      [records.today.list({ category }), 1.15, '2027-01-23', today],
      [records.yesterday.list({ category }), 1.15, '2027-01-22', new Date('2027-01-22')],
      [records.thisMonth.list({ category }), 2.3, '2027-01-01', today],
      [records.thisMonth.list({ category, startDate: today }), 1.15, '2027-01-23', today],
      [records.lastMonth.list({ category }), 1.15, '2026-12-01', new Date('2026-12-31')],
      [records.allTime.list({ category }), 4.6, '2026-11-22', today],
    ] as const;
    for (const [list, price, startDate, endDate] of asked)
      expect(await list).toMatchObject([{ price, startDate: new Date(startDate), endDate }]);
  });
});
