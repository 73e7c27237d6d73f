import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billInstant } from '../../electron/emulator/billing.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { buyUsNumber, call, emulatorForTest, sdk } from './harness.ts';

const dayS = 86_400;
const noonOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day, 12);
const midnightOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);

async function price(emulator: Emulator, query: string): Promise<number> {
  const { body } = await call(emulator, `{account}/Usage/Records.json?${query}`);
  return body.usage_records[0].price;
}

describe('the day of a bill', () => {
  it.each([
    ['the 22nd', noonOf(2026, 11, 22), [midnightOf(2026, 12, 22), midnightOf(2027, 1, 22)]],
    ['the 31st', noonOf(2027, 1, 31), [midnightOf(2027, 2, 28), midnightOf(2027, 3, 31), midnightOf(2027, 4, 30)]],
    ['the 30th before a leap year’s February', noonOf(2028, 1, 30), [midnightOf(2028, 2, 29), midnightOf(2028, 3, 30)]],
  ])('of a number bought on %s', (_day, boughtAt, bills) => {
    expect(bills.map((_at, index) => billInstant(boughtAt, index + 1))).toEqual(bills);
  });

  it('is midnight in the month that it belongs to, and never later in it than the purchase', () => {
    const someTime = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(someTime, fc.integer({ min: 1, max: 120 }), (bought, months) => {
        const bill = new Date(billInstant(bought.getTime(), months));
        const monthOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(monthOf(bill)).toBe(monthOf(bought) + months);
        expect(bill.getTime() % (dayS * 1_000)).toBe(0);
        expect(bill.getUTCDate()).toBeLessThanOrEqual(bought.getUTCDate());
      }),
    );
  });
});

describe('a number that is kept', () => {
  it('is billed again each month until it is released, each bill once', async () => {
    const emulator = await emulatorForTest({ now: () => noonOf(2026, 11, 22) });
    const { sid } = await buyUsNumber(emulator);
    emulator.advanceClock(29 * dayS);
    expect(emulator.state()).toMatchObject({ balance: { amount: '498.85' } });
    emulator.advanceClock(dayS);
    expect(emulator.state().balance.amount).toBe('497.70');
    expect(Number((await sdk(emulator).balance.fetch()).balance)).toBe(497.7);
    emulator.advanceClock(62 * dayS);
    expect(Number((await sdk(emulator).balance.fetch()).balance)).toBe(495.4);
    await sdk(emulator).incomingPhoneNumbers(sid).remove();
    emulator.advanceClock(365 * dayS);
    expect(emulator.state()).toMatchObject({
      balance: { amount: '495.40' },
      numbers: [],
      released: [
        {
          sid,
          bills: [noonOf(2026, 11, 22), midnightOf(2026, 12, 22), midnightOf(2027, 1, 22), midnightOf(2027, 2, 22)],
        },
      ],
    });
  });

  it('is billed for the month that began before its release was asked for', async () => {
    const emulator = await emulatorForTest({ now: () => noonOf(2026, 11, 22) });
    const { sid } = await buyUsNumber(emulator);
    emulator.advanceClock(30 * dayS);
    await sdk(emulator).incomingPhoneNumbers(sid).remove();
    expect(emulator.state()).toMatchObject({ balance: { amount: '497.70' }, released: [{ bills: { length: 2 } }] });
  });

  it('is billed by a clock that the test moves, too', async () => {
    const clock = { now: noonOf(2026, 11, 30) };
    const emulator = await emulatorForTest({ now: () => clock.now });
    await buyUsNumber(emulator);
    clock.now = midnightOf(2026, 12, 30) - 1;
    expect(emulator.state().numbers[0]?.bills).toHaveLength(1);
    clock.now += 1;
    expect(emulator.state().numbers[0]?.bills).toEqual([noonOf(2026, 11, 30), midnightOf(2026, 12, 30)]);
  });

  it('costs nothing when it is a magic one', async () => {
    const emulator = await emulatorForTest();
    await sdk(emulator).incomingPhoneNumbers.create({ phoneNumber: '+15005550006' });
    emulator.advanceClock(365 * dayS);
    expect(emulator.state()).toMatchObject({ balance: { amount: '500.00' }, numbers: [{ bills: [] }] });
  });

  it('can take the balance below zero, and then nothing can be bought', async () => {
    const emulator = await emulatorForTest();
    await buyUsNumber(emulator);
    emulator.setFaults({ balance: '1.00' });
    emulator.advanceClock(31 * dayS);
    expect(emulator.state().balance.amount).toBe('-0.15');
    await expect(buyUsNumber(emulator)).rejects.toMatchObject({ code: 20005 });
  });

  it('owes nothing from before when the balance is set', async () => {
    const emulator = await emulatorForTest();
    await buyUsNumber(emulator);
    emulator.advanceClock(31 * dayS);
    emulator.setFaults({ balance: '7.00' });
    expect(emulator.state().balance.amount).toBe('7.00');
  });
});

describe('usage over months', () => {
  it('counts each bill on its own day', async () => {
    const emulator = await emulatorForTest({ now: () => noonOf(2026, 11, 22) });
    await buyUsNumber(emulator);
    const { phoneNumber: to } = await sdk(emulator).incomingPhoneNumbers.create({ areaCode: '800' });
    await emulator.sendSms({ to, body: 'x' });
    emulator.advanceClock(62 * dayS);
    expect(await price(emulator, 'Category=phonenumbers')).toBeCloseTo(9.9, 9);
    expect(await price(emulator, 'Category=totalprice')).toBeCloseTo(9.9083, 9);
    expect(await price(emulator, 'Category=phonenumbers&StartDate=2026-12-22&EndDate=2026-12-22')).toBeCloseTo(3.3, 9);
    expect(await price(emulator, 'Category=totalprice&StartDate=2026-12-01&EndDate=2026-12-31')).toBeCloseTo(3.3, 9);
    expect(await price(emulator, 'Category=totalprice&StartDate=2026-11-22&EndDate=2026-12-21')).toBeCloseTo(3.3083, 9);
    expect(await price(emulator, 'Category=phonenumbers-tollfree')).toBeCloseTo(6.45, 9);
  });

  it('can be asked for today and for months', async () => {
    const emulator = await emulatorForTest({ now: () => noonOf(2026, 11, 22) });
    await buyUsNumber(emulator);
    emulator.advanceClock(62 * dayS);
    await buyUsNumber(emulator);
    const { records } = sdk(emulator).usage;
    const category = 'totalprice';
    const [[today], [yesterday], [month], [before], [all]] = await Promise.all([
      records.today.list({ category }),
      records.yesterday.list({ category }),
      records.thisMonth.list({ category }),
      records.lastMonth.list({ category }),
      records.allTime.list({ category }),
    ]);
    expect(today).toMatchObject({ price: 1.15, startDate: new Date('2027-01-23'), endDate: new Date('2027-01-23') });
    expect(yesterday).toMatchObject({ price: 1.15, startDate: new Date('2027-01-22') });
    expect(month).toMatchObject({ price: 2.3, startDate: new Date('2027-01-01'), endDate: new Date('2027-01-23') });
    expect(before).toMatchObject({ price: 1.15, startDate: new Date('2026-12-01'), endDate: new Date('2026-12-31') });
    expect(all).toMatchObject({ price: 4.6, startDate: new Date('2026-11-22') });
    const [narrowed] = await records.thisMonth.list({ category, startDate: new Date('2027-01-23') });
    expect(narrowed).toMatchObject({ price: 1.15, startDate: new Date('2027-01-23') });
  });
});
