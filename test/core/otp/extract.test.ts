import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../electron/core/otp/extract.ts';
import { anyCharacter } from '../../support/characters.ts';

describe('the code', () => {
  it.each([
    ['Your Lumora code is 482913', '482913'],
    ['482913 is your Lumora verification code', '482913'],
    ['[Tessera] Verification code: 4829', '4829'],
    ['Your Northwind code is 482-913. Do not share it.', '482913'],
    ['G-482913 is your Glimmer verification code.', 'G-482913'],
    ['Ihr Bestätigungscode: Kode 482913', '482913'],
    ['Код подтверждения: 482913. Никому не сообщайте', '482913'],
    ['【山猫】您的验证码是482913，5分钟内有效', '482913'],
    ['आपका ओटीपी 482913 है', '482913'],
    ['Enter passcode 7KQ4M2 to go on', '7KQ4M2'],
    ['482913', '482913'],
    ['Log in.\n\n@login.example #482913', '482913'],
  ])('in %j is %s', (text, code) => {
    expect(extract(text).code).toBe(code);
  });

  it.each([
    'See you at 19:30, table for 4',
    'Your order 48291377 has been shipped',
    'Rs. 4829 was debited from A/c XX4829 on 12-03-2026',
    'Call us on +1 202 555 0123 any time',
    'We will never ask for your code.',
    '',
  ])('is not there in %j', (text) => {
    expect(extract(text).code).toBeNull();
  });

  it('comes with a reason, and the domain that it is bound to', () => {
    expect(extract('@login.example #482913')).toMatchObject({ domain: 'login.example', confidence: 1 });
    expect(extract('Your code is 482913').reason).toSay('code');
  });

  it('stands in the message, is 3 to 12 characters long, and nothing makes the search throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
        const { code, confidence } = extract(`${text} code ${text.slice(0, 9)}`);
        expect(confidence).toBeGreaterThanOrEqual(0);
        if (code !== null) expect(code.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
