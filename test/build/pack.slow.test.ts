import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticesText } from '../../build/scripts/notices.ts';
import { buildOnce, buildTimeout } from '../cli/processes.ts';
import { packApp } from './packApp.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'otp-dock-pack-'));
const unpacked = join(folder, 'out/linux-unpacked');
const resources = join(unpacked, 'resources');
const notices = join(root, 'out/THIRD_PARTY_NOTICES.txt');

interface Lock {
  packages: Record<string, { dev?: boolean }>;
}

let files: string[] = [];

beforeAll(async () => {
  buildOnce();
  // One that an earlier run left would hide that none is made.
  rmSync(notices, { force: true });
  await packApp(folder);
  files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'));
}, buildTimeout);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed app', () => {
  it('has the bundles, the pictures that it shows, and nothing else of ours', () => {
    const ours = files.filter((file) => !file.startsWith('/node_modules'));
    const bundles = ['/package.json', '/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html'];
    const needed = [...bundles, '/build/tray/tray.png', '/build/tray/badge-more.png'];
    expect(needed.filter((file) => !ours.includes(file))).toEqual([]);
    const known = /^\/(package\.json|build(\/tray(\/[\w@-]+\.png)?)?|out(\/(main|preload|renderer)(\/.*)?)?)$/;
    expect(ours.filter((file) => !known.test(file))).toEqual([]);
  });

  it('has no source maps, sources, tests, documents or settings of developers, and no .env', () => {
    const unwanted = files.filter(
      (file) =>
        /\.(map|ts|mts|cts|tsx|md|yml)$/.test(file) ||
        /\/\.(env|npmrc|nycrc|editorconfig|eslintrc|github)/.test(file) ||
        /\/node_modules\/(@[^/]+\/)?[^/]+\/(tests?|__tests__|docs?|examples?|coverage)(\/|$)/.test(file),
    );
    expect(unwanted).toEqual([]);
  });

  it('has the dependencies alone, and no tool that builds or tests it', () => {
    const packages = new Set(files.map((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    // The command line stays behind, and what is in the bundle of main.
    const late = ['@ngrok/ngrok', 'debug', 'electron-updater', 'twilio'];
    expect(Object.keys(dependencies).filter((name) => packages.has(name))).toEqual(late);
    // Some are needed at run time, too, by a dependency.
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    const tools = Object.keys(devDependencies).filter((name) => lock.packages[`node_modules/${name}`]?.dev === true);
    expect(tools).toEqual(expect.arrayContaining(['electron-builder', 'vite', 'vitest', 'playwright', 'typescript']));
    expect(tools.filter((name) => packages.has(name))).toEqual([]);
  });

  it('keeps native modules outside of the archive, where the system can load them', () => {
    const outside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
    const native = files.filter((file) => file.endsWith('.node'));
    expect(native).not.toEqual([]);
    expect(native.filter((file) => !outside.includes(file.slice(1)))).toEqual([]);
  });

  it('has everything that it loads at run time', async () => {
    const extracted = join(folder, 'extracted');
    extractAll(join(resources, 'app.asar'), extracted);
    const main = readFileSync(join(extracted, 'out/main/index.js'), 'utf8');
    const names = /(?:from|import|import\(|createRequire\(import\.meta\.url\)\()\s*["']([^"'./][^"']*)["']/g;
    const loaded = [...main.matchAll(names)].map((match) => match[1]!);
    // The one that needs Electron itself is not there.
    const packages = [...new Set(loaded)].filter((name) => !/^(node:|electron$|electron-updater)/.test(name));
    expect(packages).toEqual(expect.arrayContaining(['twilio/lib/rest/Twilio.js', '@ngrok/ngrok', 'debug']));
    const script = `for (const name of ${JSON.stringify(packages)}) await import(name);`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: extracted, stdio: 'pipe' });
    expect(files).toContain('/node_modules/electron-updater/out/main.js');
  });

  it('comes with its licence and those of others, two languages of Chromium, and the feed of its updates', () => {
    expect(readFileSync(join(resources, 'LICENSE'), 'utf8')).toMatch(/MIT License/);
    expect(readFileSync(join(resources, 'THIRD_PARTY_NOTICES.txt'), 'utf8') === noticesText()).toBe(true);
    expect(existsSync(join(unpacked, 'LICENSES.chromium.html'))).toBe(true);
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-GB.pak', 'en-US.pak', 'hi.pak']);
    const feed = readFileSync(join(resources, 'app-update.yml'), 'utf8');
    expect(feed).toMatch(/^provider: generic\nurl: https:\/\/updates\.example\/otp-dock\n/);
  });

  it('has the fuses set that close what an attacker could use', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'otp-dock'));
    const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)];
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  it('is small: 21 MB of archive, and the ngrok agent', () => {
    const ngrok = 13_000_000;
    const outside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(resources, 'app.asar.unpacked', name)))
      .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
    expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(21_000_000);
    expect(outside).toBeLessThan(ngrok);
  });
});
