import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../electron/contract/csv.ts';
import { numbersOf } from '../../electron/cli/countryNames.ts';
import { table } from '../../electron/cli/output.ts';
import csvLines from './csvLines.json' with { type: 'json' };

describe('a line of CSV', () => {
  it.each(csvLines as [string[], string][])('of %j is %s', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('can be read back, and no cell of a stranger’s begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const read = readCsv(csvLine(cells));
        expect(read.map((cell, i) => (cells[i] === cell ? cell : cell.replace(/^'/, '')))).toEqual(cells);
        expect(read.filter((cell) => /^([\t\r\n]|[\p{C}\p{Z}]*[=+\-@])/u.test(cell) && !/^\+\d+$/.test(cell))).toEqual(
          [],
        );
      }),
    );
  });
});

/** RFC 4180, one record. */
function readCsv(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

describe('the name of a country’s numbers', () => {
  it.each([
    ['IN', 'Indian numbers'],
    ['US', 'US numbers'],
    ['GB', 'British numbers'],
    ['NO', 'numbers in Norway'],
    ['ZZ', 'numbers in'],
  ])('%s: %s', (country, name) => {
    expect(numbersOf(country)).toContain(name);
  });
});

describe('a table', () => {
  it('has its columns below each other', () => {
    expect(
      table([
        ['+14155550100', 'active', ''],
        ['+1415', 'idle', 'x'],
      ]),
    ).toBe('+14155550100  active\n+1415         idle    x');
    expect(table([])).toBe('');
  });
});
