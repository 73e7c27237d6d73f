import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const documents = globSync(['*.md', '{electron,renderer,test,build,examples,.github}/**/*.md'], {
  cwd: root,
  exclude: (name) => name.endsWith('node_modules'),
});
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

interface Link {
  /** From the root; a folder stands for its README, as on GitHub. */
  file: string;
  anchor: string | undefined;
}

function linksOf(document: string): Link[] {
  return [...textOf(document).matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, target = '']) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? document : posix.join(posix.dirname(document), path);
    const readme = posix.join(file, 'README.md');
    return { file: existsSync(join(root, readme)) ? readme : file, anchor };
  });
}

/** As GitHub makes them of headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function isDead({ file, anchor }: Link): boolean {
  if (!existsSync(join(root, file))) return true;
  return (
    anchor !== undefined && (statSync(join(root, file)).isDirectory() || !anchorsOf(textOf(file)).includes(anchor))
  );
}

/** The documents that links lead to from this one, itself among them. */
function reachedFrom(start: string): Set<string> {
  const reached = new Set([start]);
  for (const document of reached)
    for (const { file } of linksOf(document)) if (documents.includes(file)) reached.add(file);
  return reached;
}

/** Of the code blocks and of commands within the text. */
function commandsIn(document: string): string[] {
  return [...textOf(document).matchAll(/(?:npm run|npx|node) (?:-s )?[^`#|&\n]+/g)].map(([command]) => command);
}

describe('the documents', () => {
  it.each(documents)('the links of %s lead somewhere', (document) => {
    expect(linksOf(document).filter(isDead)).toEqual([]);
  });

  it('can all be reached from the README', () => {
    expect(documents.filter((document) => !reachedFrom('README.md').has(document))).toEqual([]);
  });

  it('begin with a README of a few screens', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(180);
  });

  it.each(documents)('%s names scripts and files that are there', (document) => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const commands = commandsIn(document);
    const scriptNames = commands.flatMap((command) => /^npm run (?:-s )?([\w:]+)/.exec(command)?.[1] ?? []);
    expect(scriptNames.filter((name) => !(name in scripts))).toEqual([]);
    const files = commands.flatMap((command) => command.match(/(?<= )(?:test|build|electron)\/[\w./-]*\w/g) ?? []);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
