import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureRequestUrl, type DownloadOptions } from 'builder-util-runtime';
import { NodeHttpExecutor } from 'builder-util/out/nodeHttpExecutor.js';
import electronUpdater from 'electron-updater';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UpdateState } from '../../../electron/contract/host.ts';
import { followUpdates } from '../../../electron/main/updates/updates.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { listLogger, serverForTest, tempFolder } from '../../adapters/harness.ts';
import { ManualClock } from '../../fakes/manualClock.ts';

const english = mainWords('en', []);

const [oldApp, newApp] = ['#!/bin/sh\n# version 0.1.0\n', '#!/bin/sh\n# version 0.2.0\n'];
const checksum = (text: string) => createHash('sha512').update(text).digest('base64');

/** In place of Electron's network. */
class Network extends NodeHttpExecutor {
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request = { headers: options.headers ?? undefined };
      configureRequestUrl(url, request);
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination));
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0);
    });
  }
}

/** An installed AppImage with the real updater, and a feed with a newer one whose checksum is that of `promised`. */
async function installed(promised = newApp) {
  const folder = tempFolder();
  const [program, config] = [join(folder, 'otp-dock.AppImage'), join(folder, 'app-update.yml')];
  writeFileSync(program, oldApp);
  chmodSync(program, 0o755);
  const file = { url: 'new.AppImage', sha512: checksum(promised), size: newApp.length };
  const feed = { version: '0.2.0', files: [file], path: file.url, sha512: file.sha512, releaseDate: '2026-03-02' };
  const origin = await serverForTest((request, response) => {
    if (request.url?.startsWith('/latest-linux.yml')) response.end(JSON.stringify(feed));
    else if (request.url === '/new.AppImage') response.end(newApp);
    else response.writeHead(404).end();
  });
  writeFileSync(config, `provider: generic\nurl: ${origin}\nupdaterCacheDirName: otp-dock-test\n`);
  vi.stubEnv('APPIMAGE', program);

  const quits: ((exitCode: number) => void)[] = [];
  const updater = new electronUpdater.AppImageUpdater(null, {
    version: '0.1.0',
    name: 'otp-dock',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (handler: (exitCode: number) => void) => void quits.push(handler),
  });
  Object.assign(updater, { httpExecutor: new Network() });
  const [clock, states] = [new ManualClock(), [] as UpdateState[]];
  const settled = Promise.withResolvers<UpdateState>();
  followUpdates({
    feed: { packaged: true, platform: 'linux', appImage: true, config: 'provider: generic\nurl: https://x.example\n' },
    load: async () => updater,
    clock,
    log: listLogger(),
    view: {
      change: ({ update }) => {
        states.push(update!);
        if (update!.kind === 'ready' || update!.kind === 'failed') settled.resolve(update!);
      },
    },
    notifications: { show: () => () => undefined },
    words: () => english,
  });
  await clock.advance(30_000);
  return { outcome: await settled.promise, quit: (code: number) => quits.forEach((handler) => handler(code)), program };
}

afterEach(() => vi.unstubAllEnvs());

describe.runIf(process.platform === 'linux')('an installed AppImage', () => {
  it('fetches the newer version of its feed, and becomes that when it has quit well', async () => {
    const { outcome, quit, program } = await installed();
    expect(outcome).toEqual({ kind: 'ready', version: '0.2.0' });
    expect(readFileSync(program, 'utf8')).toBe(oldApp);
    quit(1);
    expect(readFileSync(program, 'utf8')).toBe(oldApp);
    quit(0);
    expect(readFileSync(program, 'utf8')).toBe(newApp);
  });

  it('refuses a file that is not the one that the feed promised', async () => {
    const { outcome, quit, program } = await installed('something else');
    expect(outcome).toMatchObject({ kind: 'failed' });
    quit(0);
    expect(readFileSync(program, 'utf8')).toBe(oldApp);
  });
});
