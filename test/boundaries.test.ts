import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Where a line stands, and the line; each is a file of its own. */
type Line = [file: string, source: string];

const refused: Line[] = [
  ['electron/contract/a.ts', `import { x } from '../core/app.ts';`],
  ['electron/contract/b.ts', `import { x } from 'node:fs';`],
  ['electron/contract/sentences/c.ts', `import { x } from '../../core/app.ts';`],
  ['electron/core/a.ts', `import { x } from '../adapters/runtime.ts';`],
  ['electron/core/b.ts', `import { x } from 'twilio';`],
  ['electron/core/c.ts', `import { x } from 'node:fs';`],
  ['electron/core/e.ts', `import { x } from 'p-retry';`],
  ['electron/core/f.ts', `import { x } from 'body-parser';`],
  ['electron/core/numbers/d.ts', `import { x } from '../../adapters/runtime.ts';`],
  ['electron/emulator/a.ts', `import { x } from 'twilio';`],
  ['electron/emulator/b.ts', `import { x } from '../contract/time.ts';`],
  ['electron/adapters/a.ts', `import { x } from 'twilio';`],
  ['electron/adapters/b.ts', `import { x } from '../main/ipc.ts';`],
  ['electron/adapters/c.ts', `import { x } from '@ngrok/ngrok';`],
  ['electron/adapters/twilio/a.ts', `import { x } from 'express';`],
  ['electron/adapters/twilio/b.ts', `import { x } from '../../headless/host.ts';`],
  ['electron/adapters/webhook/a.ts', `import { x } from 'twilio';`],
  ['electron/adapters/tunnel/a.ts', `import { x } from 'node:sqlite';`],
  ['electron/adapters/history/a.ts', `import { x } from 'conf';`],
  ['electron/adapters/settings/a.ts', `import { x } from 'electron-store';`],
  ['electron/main/a.ts', `import { x } from '../headless/host.ts';`],
  ['electron/main/b.ts', `import { x } from 'twilio';`],
  ['electron/preload/a.ts', `import { x } from '../core/app.ts';`],
  ['electron/preload/b.ts', `import { x } from 'zod';`],
  ['electron/adapters/c2.ts', `import { x } from '../api/server.ts';`],
  ['electron/api/a.ts', `import { x } from '../headless/host.ts';`],
  ['electron/api/b.ts', `import { x } from 'twilio';`],
  ['electron/headless/a.ts', `import { x } from '../main/ipc.ts';`],
  ['electron/headless/b.ts', `import { x } from 'electron';`],
  ['electron/cli/a.ts', `import { x } from '../main/ipc.ts';`],
  ['electron/cli/b.ts', `process.stdout.write('x');`],
  ['electron/client/a.ts', `import { x } from '../core/app.ts';`],
  ['electron/client/b.ts', `import { x } from '../cli/hostClient.ts';`],
  ['electron/client/c.ts', `import { x } from 'zod';`],
  ['electron/client/d.ts', `import { x } from '../../renderer/bridge.ts';`],
  ['renderer/a.ts', `import { x } from '../electron/core/app.ts';`],
  ['renderer/features/inbox/b.ts', `import { x } from '../../../electron/adapters/logger.ts';`],
  ['renderer/c.ts', `import { x } from 'node:fs';`],
  ['build/scripts/a.ts', `import { x } from 'electron';`],
  ['electron/core/default.ts', `export default 1;`],
  ['electron/core/long.ts', '// A long file.\n'.repeat(301)],
];

const allowed: Line[] = [
  ['electron/contract/ok.ts', `export { z } from 'zod';`],
  ['electron/contract/sentences/ok.ts', `export { iso } from '../time.ts';`],
  ['electron/core/ok.ts', `export { iso } from '../contract/time.ts';`],
  ['electron/core/shape.ts', `export { z } from 'zod';`],
  ['electron/core/money.ts', `export { Big } from 'big.js';`],
  ['electron/core/slots.ts', `export { default as limit } from 'p-limit';`],
  ['electron/core/digits.ts', `export { x } from 'libphonenumber-js/max';`],
  ['electron/core/numbers/ok.ts', `export { iso } from '../../contract/time.ts';`],
  ['electron/emulator/ok.ts', `export { createServer } from 'node:http';`],
  ['electron/adapters/ok.ts', `export { createApp } from '../core/app.ts';`],
  ['electron/adapters/twilio/ok.ts', `export { Twilio } from 'twilio';`],
  ['electron/adapters/webhook/ok.ts', `export { Router } from 'express';`],
  ['electron/adapters/tunnel/ok.ts', `export { forward } from '@ngrok/ngrok';`],
  ['electron/adapters/history/ok.ts', `export { DatabaseSync } from 'node:sqlite';`],
  ['electron/adapters/settings/ok.ts', `export { Conf } from 'conf';`],
  ['electron/api/ok.ts', `export { x } from '../adapters/loopback.ts';`],
  ['electron/api/http.ts', `export { Router } from 'express';`],
  ['electron/main/api.ts', `export { serveApi } from '../api/server.ts';`],
  ['electron/main/ok.ts', `export { app } from 'electron';`],
  ['electron/preload/ok.ts', `export { contextBridge } from 'electron';`],
  ['electron/headless/ok.ts', `export { startRuntime } from '../adapters/runtime.ts';`],
  ['electron/cli/ok.ts', `export { serve } from '../headless/host.ts';`],
  ['electron/cli/own.ts', `export const say = (process: Process) => process.stdout.write('x');`],
  ['electron/client/ok.ts', `export type { Lease } from '../contract/lease.ts';`],
  ['electron/client/node.ts', `export { join } from 'node:path';`],
  ['electron/client/fixture.ts', `export { test } from 'playwright/test';`],
  ['renderer/ok.ts', `export { iso } from '../electron/contract/time.ts';`],
  ['test/core/ok.ts', `export { createApp } from '../../electron/core/app.ts';`],
];

const byDesign = [
  'eslint(no-restricted-imports)',
  'import(no-default-export)',
  'eslint(max-lines)',
  'eslint(no-restricted-globals)',
];

/** Which of the files break a rule that keeps the architecture. */
function offenders(folder: string): Set<string> {
  const { diagnostics } = JSON.parse(lint(folder)) as { diagnostics: { code: string; filename: string }[] };
  const found = diagnostics.filter(({ code }) => byDesign.includes(code));
  return new Set(found.map(({ filename }) => filename.replaceAll('\\', '/')));
}

function lint(cwd: string): string {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  // It ends with 1 when it found something; its report is on stdout all the same.
  return spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], { cwd, encoding: 'utf8' }).stdout;
}

describe('the direction of imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-lint-'));
  let broken = new Set<string>();

  beforeAll(() => {
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const [file, source] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${source}\n`);
    }
    broken = offenders(folder);
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(refused)('%s may not say %s', (file) => expect(broken).toContain(file));
  test.each(allowed)('%s may say %s', (file) => expect(broken).not.toContain(file));
});

test('a test that mocks modules, or loads them anew, has a process of its own', () => {
  const shared = globSync('test/**/*.test.{ts,tsx}', { cwd: root, exclude: ['test/**/*.alone.test.ts'] });
  const anew = /\bvi\.(mock|doMock|resetModules)\(/;
  expect(shared.filter((file) => anew.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
