import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesText, shippedPackages } from '../../build/scripts/notices.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { hasInstallScript?: boolean; integrity?: string; resolved?: string; link?: boolean }>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('what the app is made of', () => {
  it('is listed with its licences, each package with a text or its author', () => {
    const text = noticesText();
    const heads = shippedPackages().map(({ name, version, license }) => `${name} ${version} (${license})`);
    expect(heads.filter((head) => !text.includes(`\n${head}\n`))).toEqual([]);
    expect(text.match(/Permission is hereby granted, free of charge/g)!.length).toBeGreaterThan(heads.length / 2);
    expect(text).not.toContain('Author: see its page');
  });

  it('is under licences that let it be passed on', () => {
    const permissive =
      /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|OFL-1\.1|Unlicense)\b/;
    expect(shippedPackages().filter(({ license }) => !permissive.test(license))).toEqual([]);
  });

  it('has what main needs and what the interface is built with, and no tool', () => {
    const names = shippedPackages().map(({ name }) => name);
    const needed = ['twilio', 'electron-updater', 'react-dom', '@mantine/core', '@fontsource/geist-mono', 'ajv'];
    expect(needed.filter((name) => !names.includes(name))).toEqual([]);
    const tools = ['electron', 'electron-builder', 'vite', 'vitest', 'playwright', 'typescript', 'node'];
    expect(tools.filter((name) => names.includes(name))).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names a checksum for every package', () => {
    expect(locked.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
  });

  it('has nothing from anywhere but the public registry', () => {
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('has no install script that package.json does not name, allowed or refused', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScript.map(([path]) => path.split('node_modules/').at(-1)!);
    expect([...new Set(names)].sort()).toEqual(Object.keys(allowScripts).sort());
    // The Node that runs the scripts: its install script puts the binary in place.
    expect(Object.entries(allowScripts).flatMap(([name, allowed]) => (allowed ? [name] : []))).toEqual(['node']);
  });
});
