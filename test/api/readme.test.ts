import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { statusOf } from '../../electron/api/statusOf.ts';

it('the README lists every error with its status', () => {
  const text = readFileSync(new URL('../../electron/api/README.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| (\d{3}) +\| (.*) \|$/gm)];
  const listed = rows.flatMap(([, status, codes = '']) =>
    [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => [code, Number(status)] as const),
  );
  expect(Object.fromEntries(listed)).toEqual(statusOf);
});
