import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

function filesWith(pattern: RegExp): string[] {
  return readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && pattern.test(readFileSync(join(root, 'electron', file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

/**
 * What people are told has the type Sentence, which the catalogue alone makes, so that a sentence without a translation
 * does not compile. These are the ways around it.
 */
describe('what is said without the catalogue', () => {
  it('is numbers, nothing at all, and what the schemas say, which have their own translation', () => {
    expect(filesWith(/\bverbatim\(/)).toEqual([
      'adapters/environment.ts',
      'adapters/tunnel/ngrokErrors.ts',
      'adapters/tunnel/probeErrors.ts',
      'contract/errors.ts',
      'contract/sentences/sentence.ts',
      'core/dispatch.ts',
    ]);
  });

  it('is said on the command line and by the automation API alone, which speak English', () => {
    // What the command line says of an account that it waits for.
    const others = ['contract/errors.ts', 'headless/account.ts'];
    const files = filesWith(/\bplainError\(/).filter((file) => !others.includes(file));
    expect(files.filter((file) => !/^(cli|api)\//.test(file))).toEqual([]);
  });

  it('is nowhere else made a sentence', () => {
    expect(filesWith(/as Sentence\b/)).toEqual(['contract/errors.ts', 'contract/sentences/sentence.ts']);
    expect(filesWith(/new AppError\(\{/)).toEqual(['contract/errors.ts']);
  });
});
