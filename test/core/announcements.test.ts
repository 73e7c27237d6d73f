import { describe, expect, it } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { announcements } from '../../electron/core/announcements.ts';
import { FakeTelephony } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { keyCredentials, startCore, type CoreApp, type CoreOptions } from '../support/coreApp.ts';

/** The core as it starts, and what whoever starts it is told. */
async function started(options: CoreOptions = {}): Promise<CoreApp & { said: string[] }> {
  const said: string[] = [];
  const core = await startCore({ ...options, unstarted: true });
  const announce = announcements((line) => void said.push(line));
  core.app.on('state', announce);
  await settle(core.app.start());
  return Object.assign(core, { said });
}

const enabled = '✅ Twilio integration enabled';
const local = '📱 Twilio webhooks available at http://localhost:5000/webhook';

describe('whoever starts OTP Dock', () => {
  it('is told that Twilio has accepted the credentials, and where its webhooks arrive', async () => {
    const { said } = await started();
    expect(said).toEqual([enabled, `${local} (public: https://hooks.example/webhook)`]);
  });

  it('with an API key alone, is told that SMS are read from the list', async () => {
    const { said, app } = await started({ environment: { credentials: keyCredentials } });
    expect(said).toEqual([enabled, '📱 Webhooks need the Auth Token, so SMS are read every few seconds']);
    await app.handle('demo.start', undefined);
    expect(said.slice(2)).toEqual([`${enabled} (demo: the emulator)`, local]);
  });

  it('is told of no public URL where there is none', async () => {
    const { said } = await started({ environment: { publicUrl: null } });
    expect(said).toEqual([enabled, local]);
  });

  it('is told of the public URL once there is one, and of another, and of each once', async () => {
    const core = await started({ tunnel: { state: 'connecting', url: null } });
    expect(core.said).toEqual([enabled, local]);
    for (const url of ['https://one.example', null, 'https://one.example', 'https://two.example']) {
      await core.tunnel({ state: url === null ? 'failed' : 'online', url });
    }
    expect(core.said.slice(2)).toEqual([
      `${local} (public: https://one.example/webhook)`,
      `${local} (public: https://two.example/webhook)`,
    ]);
  });

  it('is told neither while Twilio refuses the credentials, and both once it accepts them', async () => {
    const twilio = new FakeTelephony();
    twilio.failNext('account', plainError('INVALID_CREDENTIALS', 'Twilio does not accept these.', 'Check them.'));
    const { app, said } = await started({ twilio });
    expect([app.state().account.kind, said]).toEqual(['failed', []]);
    await settle(app.requests['account.retry'](undefined));
    expect(said).toEqual([enabled, expect.stringContaining(local)]);
  });

  it('is told neither without credentials, and that it is the emulator in the demo', async () => {
    const { app, said } = await started({ environment: { credentials: null } });
    expect(said).toEqual([]);
    await settle(app.handle('demo.start', undefined));
    expect(said).toEqual([`${enabled} (demo: the emulator)`, local]);
  });
});
