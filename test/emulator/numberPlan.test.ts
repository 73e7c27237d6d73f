import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasPlan, planned } from '../../electron/emulator/lookup/numberPlan.ts';
import { anyCharacter } from '../support/characters.ts';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 18 });
const anyText = fc.string({ unit: anyCharacter, maxLength: 20 });

it('any text is a number, or has a reason not to be', async () => {
  const text = fc.oneof(
    anyText,
    digits,
    digits.map((number) => `+${number}`),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('US', 'GB', 'IN', 'DE'), async (given, country) => {
      const plan = await planned(given, country);
      if (typeof plan === 'string') {
        expect(plan).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
        return;
      }
      expect(plan.e164).toBe(`+${plan.e164.replace(/\D/g, '')}`);
      expect(plan.e164.startsWith(`+${plan.callingCode}`)).toBe(true);
      // What it is written as is the same number.
      expect(await planned(plan.e164, country)).toEqual(plan);
      if (plan.country !== null) expect(await hasPlan(plan.country)).toBe(true);
    }),
  );
});
