import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { tokenInHash, takeToken } from '../../renderer/token.ts';
import { placeOf } from '../../renderer/state/usePlace.ts';
import { countryGroups } from '../../renderer/ui/countries.ts';
import { FlagImage } from '../../renderer/ui/FlagImage.tsx';
import { formatMoney, formatNumber, leaseName } from '../../renderer/ui/format.ts';
import { fieldErrors } from '../../renderer/ui/validation.ts';
import { credentialsSchema } from '../../electron/contract/credentials.ts';

describe('what people read', () => {
  it('is a number as its own country writes it', () => {
    expect(formatNumber('+14155550123')).toBe('(415) 555-0123');
    expect(formatNumber('+919876543210')).toBe('098765 43210');
  });

  it('is a sender without a number as it came', () => {
    expect(formatNumber('VERIFY')).toBe('VERIFY');
    expect(formatNumber('262966')).toBe('262966');
  });

  it('is an amount with all its digits', () => {
    expect(formatMoney({ amount: '1.15', currency: 'usd' })).toMatch(/1[.,]15/);
    const large = formatMoney({ amount: '9007199254740993.01', currency: 'USD' });
    expect(large.replace(/\D/g, '')).toBe('900719925474099301');
  });

  it('is an amount in an unknown currency all the same', () => {
    expect(formatMoney({ amount: '3.00', currency: 'points' })).toBe('3.00 POINTS');
  });

  it('names a lease by its label, else by its number', () => {
    expect(leaseName({ label: 'checkout', number: '+14155550123' })).toBe('checkout');
    expect(leaseName({ label: null, number: '+14155550123' })).toBe('(415) 555-0123');
    expect(leaseName({ label: null, number: null })).toBe('Number on its way');
  });
});

describe('countries', () => {
  const all = countryGroups('IN').flatMap(({ items }) => items.map(({ value }) => value));

  it('begin with those that need no papers, then the own one, and each is there once', () => {
    expect(all.slice(0, 3)).toEqual(['US', 'CA', 'IN']);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(200);
  });

  it('have flags, all of them', () => {
    const without = all.filter(
      (country) => !renderToStaticMarkup(createElement(FlagImage, { country })).includes('<img'),
    );
    expect(without).toEqual([]);
  });
});

describe('addresses', () => {
  it('name a place', () => {
    expect(['#inbox', '#settings', '', '#else'].map(placeOf)).toEqual(['inbox', 'settings', 'numbers', 'numbers']);
    expect(placeOf('#settings/money')).toBe('settings');
  });

  it('carry a token, which is taken out and kept', () => {
    const kept = new Map<string, string>();
    const shown: unknown[] = [];
    const place = {
      location: { hash: '#token=a%2Bb', pathname: '/', search: '', reload: () => undefined },
      history: { replaceState: (_: unknown, __: string, url?: string | URL | null) => void shown.push(url) },
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      },
      addEventListener: () => undefined,
    };
    expect(takeToken(place)).toBe('a+b');
    expect(shown).toEqual(['/']);
    place.location.hash = '';
    expect(takeToken(place)).toBe('a+b');
    expect(tokenInHash('#token=')).toBeNull();
  });
});

describe('a form', () => {
  it('says what the contract finds wrong, at its field', () => {
    const errors = fieldErrors(credentialsSchema, { accountSid: 'AC1', authToken: '0'.repeat(32) });
    expect(Object.keys(errors)).toEqual(['accountSid']);
    expect(errors['accountSid']).toMatch(/^An Account SID is/);
  });
});
