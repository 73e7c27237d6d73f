import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isApiKeySid } from '../../electron/contract/credentials.ts';
import { credentialsFix } from '../../renderer/features/onboarding/credentialsFix.ts';

const sid = `AC${'0123456789abcdef'.repeat(2)}`;
const token = 'fedcba9876543210'.repeat(2);
const right = { accountSid: sid, authToken: token };
const keySid = `SK${'0'.repeat(32)}`;
const apiSecret = 'Gx7mQ2pLw9ZtRk4VbN8sHc3YdF6jUe1A';
const nothing = { accountSid: '', authToken: '', apiKey: '', apiSecret: '' };

/** What is put right of the SID and the token. */
function fixOf(accountSid: string, authToken: string) {
  const fix = credentialsFix({ accountSid, authToken });
  if (fix === null || fix.kind.startsWith('key')) return fix;
  const { apiKey, apiSecret, ...fixed } = fix.fixed;
  expect([apiKey, apiSecret]).toEqual(['', '']);
  return { ...fix, fixed };
}

describe('what was pasted for the credentials', () => {
  it('is swapped where each is in the field of the other', () => {
    expect(fixOf(token, sid)).toEqual({ kind: 'swap', fixed: right });
    expect(fixOf('another-token', sid)).toEqual({ kind: 'swap', fixed: { ...right, authToken: 'another-token' } });
  });

  it('is moved where its own field is empty', () => {
    expect(fixOf('', sid)).toEqual({ kind: 'move', fixed: { accountSid: sid, authToken: '' } });
    expect(fixOf(` ${token} `, ' ')).toEqual({ kind: 'move', fixed: { accountSid: '', authToken: token } });
  });

  it.each<[what: string, accountSid: string, authToken: string]>([
    ['a line of an .env file', `TWILIO_ACCOUNT_SID=${sid}`, `export TWILIO_AUTH_TOKEN="${token}"`],
    ['quotes', `“${sid}”`, `'${token}'`],
    ['JSON', `"accountSid": "${sid}",`, token],
    ['spaces inside', `${sid.slice(0, 10)} ${sid.slice(10)}`, ` ${token.slice(0, 8)}\u00a0${token.slice(8)}`],
    ['characters that cannot be seen', `\u200b${sid.slice(0, 4)}\ufeff${sid.slice(4)}`, token],
    ['small letters', sid.toLowerCase(), token],
    ['both in one field', `TWILIO_ACCOUNT_SID=${sid}TWILIO_AUTH_TOKEN=${token}`, ''],
    ['both in the other field', '', `${sid} ${token}`],
    ['two bare lines whose break the field dropped', sid + token, ''],
  ])('is cleaned of %s', (_what, accountSid, authToken) =>
    expect(fixOf(accountSid, authToken)).toEqual({ kind: 'clean', fixed: right }),
  );

  it.each([
    ['nothing', '', ''],
    ['both right', sid, token],
    ['space at the ends, which does no harm', ` ${sid}`, `${token} `],
    ['a SID that is being typed', sid.slice(0, 20), ''],
    ['a SID with a character too many', `${sid}0`, token],
    ['a SID twice', sid, sid],
    ['a token where another is already', token, 'something-else'],
  ])('is left alone: %s', (_what, accountSid, authToken) => expect(fixOf(accountSid, authToken)).toBeNull());

  it('is put right whatever is around it, and needs nothing more afterwards', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
    const around = fc.constantFrom(
      ['', ''],
      ['"', '"'],
      ['NAME=', ''],
      ['export NAME = `', '`;'],
      ['<', '>'],
      [' ', '\t'],
    );
    const pasted = fc.record({ digits: hex, authToken: hex, before: around, behind: around, swapped: fc.boolean() });
    fc.assert(
      fc.property(pasted, ({ digits, authToken, before, behind, swapped }) => {
        const expected = { accountSid: `AC${digits}`, authToken };
        const [first, second] = swapped ? [authToken, expected.accountSid] : [expected.accountSid, authToken];
        const fix = fixOf(before.join(first), behind.join(second));
        const changed = swapped || before.join('').trim() !== '' || behind.join('').trim() !== '';
        expect(fix?.fixed ?? null).toEqual(changed ? expected : null);
        expect(credentialsFix(expected)).toBeNull();
      }),
    );
  });

  it('never gives what was not typed', () => {
    const piece = fc.oneof(fc.constantFrom(sid, token, keySid, ' ', '=', '"', 'AC', 'SID'), fc.string());
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (accountSid, authToken) => {
        const fixed = credentialsFix({ accountSid, authToken })?.fixed ?? nothing;
        const typed = (accountSid + authToken).replace(/[\s\p{Cf}]/gu, '').toLowerCase();
        for (const value of Object.values(fixed))
          expect(typed).toContain(value.replace(/[\s\p{Cf}]/gu, '').toLowerCase());
      }),
    );
  });
});

describe('an API key', () => {
  const key = { ...nothing, accountSid: sid, apiKey: keySid, apiSecret };

  it.each([
    ['in the SID’s field', { accountSid: keySid }, 'keyAsSid', { apiKey: keySid }],
    [
      'with its secret as the token',
      { accountSid: keySid, authToken: apiSecret },
      'keyAsSid',
      { apiKey: keySid, apiSecret },
    ],
    [
      'in the SID’s field, with a token',
      { accountSid: keySid, authToken: token },
      'keyAsSid',
      { apiKey: keySid, authToken: token },
    ],
    [
      'in the SID’s field, with the SID as the token',
      { accountSid: keySid, authToken: sid },
      'keyAsSid',
      { accountSid: sid, apiKey: keySid },
    ],
    ['in the token’s field', { accountSid: sid, authToken: keySid }, 'keyAsToken', { accountSid: sid, apiKey: keySid }],
    ['in the SID’s field, and the SID in its own', { ...key, accountSid: keySid, apiKey: sid }, 'swap', key],
    ['in its secret’s field', { ...key, apiKey: '', apiSecret: keySid }, 'move', { ...key, apiSecret: '' }],
    ['in its secret’s field, and the secret in its own', { ...key, apiKey: apiSecret, apiSecret: keySid }, 'swap', key],
    ['whose field has the SID', { apiKey: sid, apiSecret }, 'move', { accountSid: sid, apiSecret }],
    [
      'and its secret with their names',
      { ...key, apiKey: `TWILIO_API_KEY=${keySid}`, apiSecret: `"${apiSecret}"` },
      'clean',
      key,
    ],
  ])('%s is put right', (_what, typed, kind, fixed) => {
    expect(credentialsFix(typed)).toEqual({ kind, fixed: { ...nothing, ...fixed } });
    expect(credentialsFix({ ...nothing, ...fixed })).toBeNull();
  });

  it.each([
    ['all right', key],
    ['with a token', { ...key, authToken: token }],
    ['whose secret is being typed', { ...key, apiSecret: apiSecret.slice(0, 9) }],
  ])('is left alone: %s', (_what, typed) => expect(credentialsFix(typed)).toBeNull());
});

it('the SID of an API key is known wherever it stands', () => {
  expect([keySid, `TWILIO_API_KEY="${keySid}"`].every(isApiKeySid)).toBe(true);
  expect([sid, token, 'SK12'].some(isApiKeySid)).toBe(false);
});
