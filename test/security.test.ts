import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('SECURITY.md', root), 'utf8');

/** The rows of all tables but their heads: threat, protection, code, test. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

/** File and title of each test of a cell: a title without a file is in the file of the one before. */
function testsOf(cell = ''): [file: string, title: string][] {
  let file = '';
  return cell.split('; ').map((one) => {
    const [, named, title] = /^(?:`([^`]+)`: )?“(.+)”$/.exec(one) ?? [];
    file = named ?? file;
    return [file, title ?? one];
  });
}

function textOf(file: string): string {
  return existsSync(new URL(file, root)) ? readFileSync(new URL(file, root), 'utf8') : '';
}

describe('the threat model in SECURITY.md', () => {
  it('has a row for each threat, of four cells', () => {
    expect(rows.length).toBeGreaterThan(35);
    expect(rows.flatMap(([, , , tests]) => testsOf(tests)).length).toBeGreaterThan(90);
    expect(rows.filter((cells) => cells.length !== 4)).toEqual([]);
  });

  it.each(rows)('(%s) names code that is there', (_threat, _protection, code) => {
    const files = [...(code ?? '').matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it.each(rows)('(%s) names tests that are there, by their titles', (_threat, _protection, _code, tests) => {
    expect(testsOf(tests).filter(([file, title]) => !textOf(file).includes(title))).toEqual([]);
  });
});
