import { expect, it } from 'vitest';
import { numbers } from '../../electron/cli/commands/numbers.ts';
import { exampleOwned } from '../fakes/appState.ts';
import { hostThatAnswers } from './harness.ts';
import { TestProcess } from './testProcess.ts';

it.each([
  [[null], '1 number, price not known'],
  [['1.15', null, '2.15'], '3 numbers: 3.30 USD a month, and 1 whose price is not known'],
])('numbers for %j sum up to: %s', async (amounts, total) => {
  const process = new TestProcess();
  const owned = amounts.map((amount) => exampleOwned({ monthlyPrice: amount ? { amount, currency: 'USD' } : null }));
  const host = await hostThatAnswers((_request, response) => void response.end(JSON.stringify({ numbers: owned })));
  await numbers(process, host, false);
  expect(process.stdout.lines.at(-1)).toBe(total);
});
