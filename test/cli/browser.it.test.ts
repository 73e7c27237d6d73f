import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBrowser } from '../../electron/cli/browser.ts';
import { modeOf, tempFolder } from '../adapters/harness.ts';

it('the browser is opened without the token among the arguments, which every user of the computer can read', () => {
  const url = `http://127.0.0.1:5001/#token=${'t'.repeat(43)}`;
  const started: string[][] = [];
  const forget = openBrowser(url, tempFolder(), {}, (command) => void started.push(command));
  expect(JSON.stringify(started)).not.toContain('ttt');
  const file = started[0]?.at(-1) ?? '';
  expect(readFileSync(file, 'utf8')).toContain(`location.replace("${url}")`);
  if (process.platform !== 'win32') expect(modeOf(file)).toBe(0o600);
  forget();
  expect(existsSync(file)).toBe(false);
});

it('the browser is given what it needs of the environment, and none of the credentials', () => {
  const kept = {
    PATH: '/bin',
    HOME: '/home/t',
    DISPLAY: ':0',
    WAYLAND_DISPLAY: 'w',
    XDG_RUNTIME_DIR: '/run',
    Path: 'C:',
  };
  const more = { LANG: 'hi_IN.UTF-8', LC_ALL: 'C', DBUS_SESSION_BUS_ADDRESS: 'unix:', 'ProgramFiles(x86)': 'C:' };
  const secrets = {
    ...{ TWILIO_ACCOUNT_SID: 'a', TWILIO_AUTH_TOKEN: 'b', NGROK_AUTHTOKEN: 'c', OTP_DOCK_DATA_DIR: 'd', PORT: '5000' },
    ...{ AWS_SECRET_ACCESS_KEY: 'e', GITHUB_TOKEN: 'f', npm_config__auth: 'g', WEBHOOK_BASE_URL: 'h', PGPASSWORD: 'i' },
  };
  let given: NodeJS.ProcessEnv = {};
  const forget = openBrowser('http://x/', tempFolder(), { ...kept, ...more, ...secrets }, (_command, env) => {
    given = env;
  });
  expect(given).toEqual({ ...kept, ...more });
  forget();
});
