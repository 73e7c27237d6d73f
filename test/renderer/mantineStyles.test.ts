import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

it('the styles of every component of Mantine in use are loaded', () => {
  const imports = sources.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]);
  const components = new Set(imports.flatMap(([, names = '']) => names.match(/\b[A-Z]\w+/g) ?? []));
  expect(components.size).toBeGreaterThan(20);
  const styled = [...components].filter((name) =>
    existsSync(join(root, `node_modules/@mantine/core/styles/${name}.css`)),
  );
  const loaded = ['mantine', 'mantineMore'].map((name) => readFileSync(join(root, `renderer/ui/${name}.css`), 'utf8'));
  expect(styled.filter((name) => !loaded.join('').includes(`/styles/${name}.layer.css'`))).toEqual([]);
});
