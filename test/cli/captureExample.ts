import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ciExample.ts';

export const folder = join(root, 'examples/capture');

export function fileOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The code under a heading of the guide, in that language. */
export function codeOf(heading: string, language: string): string {
  const section = fileOf('README.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(section)?.[1] ?? '';
}

interface Service {
  command: string[];
  environment: Record<string, string>;
  text: string;
}

/** A service of compose.yml, as far as it is used: what it runs, and its environment with that of the account. */
export function serviceOf(name: string): Service {
  const compose = fileOf('compose.yml');
  const text = new RegExp(`^  ${name}:\n((?:^ {4}.*\n|^\n)+)`, 'm').exec(compose)?.[1] ?? '';
  const command = /^ {4}command: \[(.*)\]$/m.exec(text)?.[1] ?? '';
  const account = /^x-account: .*\n((?:^ {2}.*\n)+)/m.exec(compose)?.[1] ?? '';
  const own = /^ {4}environment:\n((?:^ {6}.*\n)+)/m.exec(text)?.[1] ?? '';
  const variables = (own.includes('<<: *account') ? account : '') + own;
  const pairs = [...variables.matchAll(/^ +([A-Z_]+): '(.*)'$/gm)];
  return {
    text,
    command: [...command.matchAll(/'([^']*)'/g)].map(([, word = '']) => word),
    environment: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value])),
  };
}
