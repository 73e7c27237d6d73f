import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../renderer');

interface Source {
  /** What its elements are called for the style sheets. */
  classes: string;
  /** What is loaded with it, or when it is wanted. */
  loads: string[];
  /** What it is never without, though nothing comes from there. */
  needs: string[];
  styles: string[];
}

const sources = new Map(
  globSync('**/*.{ts,tsx}', { cwd: root }).map((name) => [join(root, name), read(join(root, name))]),
);

function read(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, path = '']) => join(dirname(file), path));
  return {
    classes: [...text.matchAll(/className(?:=|: )("[^"]*"|'[^']*'|\{[^}]*\})/g)].join(' '),
    loads: [...all(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gms), ...all(/\bimport\('(\.[^']+)'\)/g)],
    needs: all(/^import '(\.[^']+\.ts)';/gm),
    styles: all(/^import '(\.[^']+\.css)';/gm),
  };
}

/** Every file that may be loaded while this one is not. */
function loadedWithout(without: string): Set<string> {
  const found = new Set<string>();
  const walk = (file: string): void => {
    if (file === without || found.has(file) || sources.get(file)?.needs.includes(without)) return;
    found.add(file);
    sources.get(file)?.loads.forEach(walk);
  };
  walk(main);
  return found;
}

function classesOf(style: string): string[] {
  return [...new Set([...readFileSync(style, 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))];
}

const main = join(root, 'main.tsx');
const always = new Set(sources.get(main)?.styles);
const withComponents = [...sources].flatMap(([file, { styles }]) =>
  styles.filter((style) => !always.has(style)).map((style) => ({ file, style })),
);

it('finds the style sheets that come with a component', () => {
  expect(withComponents.length).toBeGreaterThan(3);
});

it.each(withComponents)('$style is there wherever what it is for is drawn', ({ file, style }) => {
  const elsewhere = [...loadedWithout(file)].filter((other) => !sources.get(other)?.styles.includes(style));
  const used = elsewhere.flatMap((other) =>
    classesOf(style)
      .filter((name) => new RegExp(`['"\` ]${name}['"\` ]`).test(sources.get(other)?.classes ?? ''))
      .map((name) => `${other.slice(root.length + 1)}: ${name}`),
  );
  expect(used).toEqual([]);
});
