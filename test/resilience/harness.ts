import { readEnvironment, type Environment } from '../../electron/adapters/environment.ts';
import { startRuntime, type Runtime } from '../../electron/adapters/runtime.ts';
import { createConfStore } from '../../electron/adapters/settings/confStore.ts';
import { createFileSecrets } from '../../electron/adapters/settings/fileSecrets.ts';
import { openSettings } from '../../electron/adapters/settings/store.ts';
import type { RuntimeLog } from '../../electron/adapters/log/logger.ts';
import type { Clock } from '../../electron/core/ports.ts';

export interface AppOptions {
  dataDir: string;
  clock: Clock;
  /** Where the account's API is. */
  baseUrl: string;
  accountSid: string;
  authToken: string;
  log: RuntimeLog;
  /** By a webhook that nothing is ever sent to, unless told otherwise. */
  reception?: 'url' | 'polling';
  /** Where the webhook is seen from outside. */
  publicUrl?: string;
  /** Of the webhook; any that is free unless told otherwise. */
  port?: number;
}

/** The product as a host builds it, with the real SDK, on a data folder that outlives it. It takes numbers of the United States. */
export async function startApp(options: AppOptions): Promise<Runtime> {
  const { dataDir, clock, log } = options;
  const { settings } = openSettings(dataDir, createConfStore);
  settings.write({ ...settings.read(), country: 'US', type: 'local' });
  return startRuntime({
    host: 'headless',
    version: '0.0.0',
    dataDir,
    environment: environmentOf(options),
    settings,
    secrets: createFileSecrets(dataDir),
    tools: {
      dataDir,
      openDataDir: null,
      copy: null,
      openLink: null,
      takeCommand: null,
      chooseFromMenu: null,
      onReady: null,
      team: null,
      api: { tokenFile: '', change: null },
    },
    log,
    clock,
  });
}

function environmentOf(options: AppOptions): Environment {
  const { accountSid, authToken, baseUrl, dataDir, reception = 'url', publicUrl = 'https://hooks.example' } = options;
  return readEnvironment({
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_BASE_URL: baseUrl,
    OTP_DOCK_DATA_DIR: dataDir,
    OTP_DOCK_TUNNEL: reception,
    WEBHOOK_BASE_URL: publicUrl,
    PORT: String(options.port ?? 0),
    OTP_DOCK_API_PORT: '0',
  });
}
