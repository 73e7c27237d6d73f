import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'examples/ci');

export const workflow = readFileSync(join(folder, 'github-actions.yml'), 'utf8');
export const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8');
/** The patterns of Dockerfile.dockerignore. */
export const ignored = linesOf(readFileSync(join(folder, 'Dockerfile.dockerignore'), 'utf8'));

/** What a step of the workflow says under `run: |`. */
export function stepOf(name: string): string {
  const step = workflow.split(/^ {6}- /m).find((text) => text.startsWith(`name: ${name}\n`)) ?? '';
  return step.slice(step.indexOf('run: |\n') + 7).replaceAll(/^ {10}/gm, '');
}

/** The instructions of the Dockerfile, in their order. */
export function instructions(): [name: string, rest: string][] {
  return linesOf(dockerfile).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** What follows each instruction of that name. */
export function all(name: string): string[] {
  return instructions().flatMap(([known, rest]) => (known === name ? [rest] : []));
}

/** What a container runs: the program, and what it is told unless somebody says otherwise. */
export function commandOf(args = jsonList(all('CMD'))): string[] {
  return [...jsonList(all('ENTRYPOINT')), ...args];
}

function jsonList([text = '[]']: string[]): string[] {
  return JSON.parse(text) as string[];
}

/** The scripts that package.json has. */
export function scriptNames(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  return Object.keys(scripts);
}
