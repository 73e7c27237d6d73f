import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { DesktopState, UpdateState } from '../../../electron/contract/host.ts';
import { whyNoUpdates, type FeedFacts } from '../../../electron/main/updates/updateFeed.ts';
import { followUpdates } from '../../../electron/main/updates/updates.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { listLogger } from '../../adapters/harness.ts';
import { ManualClock } from '../../fakes/manualClock.ts';

const english = mainWords('en', []);

const config = 'provider: generic\nurl: https://updates.example/otp-dock\nupdaterCacheDirName: otp-dock-updater\n';
const appImage: FeedFacts = { packaged: true, platform: 'linux', appImage: true, config };

describe('whether the app updates itself', () => {
  const because = (change: Partial<FeedFacts>) => whyNoUpdates({ ...appImage, ...change });

  it('needs a feed, an installed app, and an origin beyond doubt', () => {
    expect(because({})).toBeNull();
    expect(because({ packaged: false })).toBe('development');
    expect(because({ config: null })).toBe('noFeed');
    expect(because({ appImage: false })).toBe('packages');
    for (const url of ['http://updates.example', 'ftp://x', 'updates.example', '']) {
      expect(because({ config: `provider: generic\nurl: ${url}\n` })).toBe('unsafeFeed');
    }
    expect(because({ platform: 'darwin', appImage: false })).toBeNull();
    expect(because({ config: 'provider: github\nowner: otp-dock\n' })).toBeNull();
  });

  it('on Windows needs a publisher to check the signature against', () => {
    expect(because({ platform: 'win32' })).toBe('unsigned');
    expect(because({ platform: 'win32', config: `${config}publisherName:\n  - Example Ltd\n` })).toBeNull();
  });
});

class FakeUpdater extends EventEmitter {
  autoDownload = false;
  autoInstallOnAppQuit = false;
  allowDowngrade = true;
  disableWebInstaller = false;
  logger = null;
  looks = 0;
  find: () => void = () => void this.emit('update-not-available', {});

  async checkForUpdates(): Promise<null> {
    this.looks += 1;
    this.emit('checking-for-update');
    this.find();
    return null;
  }
}

function following(feed: FeedFacts = appImage) {
  const [updater, clock, log] = [new FakeUpdater(), new ManualClock(), listLogger()];
  const [states, told] = [[] as UpdateState[], [] as string[]];
  let loaded = 0;
  followUpdates({
    feed,
    load: async () => ((loaded += 1), updater),
    clock,
    log,
    view: { change: ({ update }: Partial<DesktopState>) => void states.push(update!) },
    words: () => english,
    notifications: { show: ({ title }) => (told.push(title!), () => undefined) },
  });
  const pass = (ms: number) => clock.advance(ms);
  return { updater, log, states, told, pass, loaded: () => loaded };
}

describe('updates', () => {
  it('are looked for a while after the start, and then every six hours', async () => {
    const { updater, states, pass, loaded } = following();
    expect([loaded(), states]).toEqual([0, [{ kind: 'idle', checkedAt: null }]]);
    await pass(30_000);
    expect(updater).toMatchObject({ looks: 1, autoDownload: true, autoInstallOnAppQuit: true, allowDowngrade: false });
    expect(states.at(-1)).toEqual({ kind: 'idle', checkedAt: expect.stringMatching(/Z$/) });
    await pass(6 * 3_600_000);
    expect([updater.looks, loaded()]).toEqual([2, 1]);
  });

  it('are fetched and told once; a later look does not unsay that one is ready', async () => {
    const { updater, states, told, pass } = following();
    updater.find = () => {
      updater.emit('update-available', { version: '1.2.3' });
      for (const percent of [3, 12, 14, 55]) updater.emit('download-progress', { percent });
      updater.emit('update-downloaded', { version: '1.2.3' });
    };
    await pass(30_000);
    expect(states.slice(2)).toEqual([
      { kind: 'downloading', version: '1.2.3', percent: 0 },
      { kind: 'downloading', version: '1.2.3', percent: 10 },
      { kind: 'downloading', version: '1.2.3', percent: 50 },
      { kind: 'ready', version: '1.2.3' },
    ]);
    await pass(6 * 3_600_000);
    expect(states.at(-1)).toEqual({ kind: 'ready', version: '1.2.3' });
    expect(told).toEqual(['OTP Dock 1.2.3 is ready']);
  });

  it('that cannot be had are said, and looked for again', async () => {
    const { updater, log, states, pass } = following();
    updater.find = () => void updater.emit('error', new Error('not signed by the application owner'));
    await pass(30_000);
    expect(states.at(-1)).toMatchObject({ kind: 'failed', failure: { code: 'INTERNAL' } });
    expect(log.lines).toEqual(['warn Updates: not signed by the application owner']);
    updater.find = () => void updater.emit('update-not-available');
    await pass(6 * 3_600_000);
    expect(states.at(-1)).toMatchObject({ kind: 'idle' });
  });

  it('are off without a feed, and nothing is loaded', async () => {
    const { states, pass, loaded } = following({ ...appImage, config: null });
    await pass(24 * 3_600_000);
    expect([states, loaded()]).toEqual([[{ kind: 'off', why: 'noFeed' }], 0]);
  });
});
