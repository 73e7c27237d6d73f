import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBrowser } from '../../electron/cli/browser.ts';
import { modeOf, tempFolder } from '../adapters/harness.ts';

it('the browser is opened without the token among the arguments, which every user of the computer can read', () => {
  const url = `http://127.0.0.1:5001/#token=${'t'.repeat(43)}`;
  const started: string[][] = [];
  const forget = openBrowser(url, tempFolder(), (...args) => void started.push(args));
  expect(JSON.stringify(started)).not.toContain('ttt');
  const file = started[0]?.at(-1) ?? '';
  expect(readFileSync(file, 'utf8')).toContain(`location.replace("${url}")`);
  if (process.platform !== 'win32') expect(modeOf(file)).toBe(0o600);
  forget();
  expect(existsSync(file)).toBe(false);
});
