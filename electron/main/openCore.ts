import { app, clipboard, safeStorage } from 'electron';
import type { Environment } from '../adapters/environment.ts';
import type { RuntimeLog } from '../adapters/log/logger.ts';
import { startRuntime } from '../adapters/runtime.ts';
import { openSettings } from '../adapters/settings/store.ts';
import { systemClock } from '../adapters/systemClock.ts';
import { serveApi, tokenFileIn } from '../api/server.ts';
import { mainWords, type MainWords } from '../contract/words/main.ts';
import type { App } from '../core/app.ts';
import type { SecretName } from '../core/ports.ts';
import type { HostTools } from '../core/tools.ts';
import { ApiSwitch } from './settings/apiSwitch.ts';
import { ClipboardKeeper } from './clipboard.ts';
import { openFolder } from './dataFolder.ts';
import { createElectronStore } from './settings/electronStore.ts';
import { chooseFromMenu } from './menus/menus.ts';
import { openLink } from './security.ts';
import { ShownApp } from './team/shownApp.ts';
import { TeamChoice } from './team/teamChoice.ts';
import { TeamHost } from './team/teamHost.ts';
import { openTeamSocket } from './team/teamSocket.ts';
import { openVault } from './vault.ts';
import type { MainWindow } from './window.ts';

export interface DesktopCoreOptions {
  environment: Environment;
  demo: boolean;
  log: RuntimeLog;
  window: MainWindow;
  /** The page is there and can be used. */
  onReady(): void;
}

export interface DesktopCore {
  core: App;
  /** What a person sees: its numbers, or those of a team's host. */
  shown: ShownApp;
  api: ApiSwitch;
  keeper: ClipboardKeeper;
  /** Secrets that are stored and cannot be decrypted. */
  unreadable: ReadonlySet<SecretName>;
  /** In the language that Settings say. */
  words(): MainWords;
}

/** Starts the core with what the desktop does for it. Rejects with an AppError when it cannot. */
export async function openCore({ environment, demo, log, window, onReady }: DesktopCoreOptions): Promise<DesktopCore> {
  const { dataDir, apiPort: port } = environment;
  const tokenFile = tokenFileIn(dataDir);
  const { settings, values } = openSettings(dataDir, createElectronStore);
  const unreadable = new Set<SecretName>();
  const onUnreadable = (name: SecretName) => unreadable.add(name);
  const secrets = await openVault({ safeStorage, platform: process.platform, values, log, onUnreadable });
  const clearAfterSeconds = () => core.state().settings.clearClipboardSeconds;
  const keeper = new ClipboardKeeper({ clipboard, clock: systemClock, log, clearAfterSeconds });
  const copy = (text: string) => keeper.copy(text);
  const words = () => mainWords(core.state().settings.language, app.getPreferredSystemLanguages());
  const isCapturing = environment.mode === 'capture';
  const tools: HostTools = {
    dataDir,
    openDataDir: () => openFolder(dataDir),
    copy,
    openLink,
    takeCommand: () => window.takeCommand(),
    chooseFromMenu: (request) => chooseFromMenu(window.current(), request, words()),
    onReady,
    // Whoever captures wants nothing bought.
    team: isCapturing ? null : { connect: (team) => choice.connect(team), leave: () => choice.leave() },
    api: { tokenFile, change: { rotateToken: () => api.rotateToken(), copyToken: () => api.copyToken() } },
  };
  const ports = { environment, settings, secrets, log, tools };
  const { app: core } = await startRuntime({
    ...ports,
    host: 'desktop',
    version: app.getVersion(),
    dataDir,
    emulated: demo ? 'demo' : isCapturing ? 'capture' : undefined,
  });
  const shown = new ShownApp({ own: core, openLink });
  const choice = new TeamChoice({
    ...{ values, secrets },
    state: () => core.state(),
    open: (team) => {
      log.learn(team.token);
      return new TeamHost({ team, version: app.getVersion(), clock: systemClock, open: openTeamSocket });
    },
    show: (team) => shown.show(team),
  });
  // The demo, and whoever captures, must buy nothing.
  if (!demo && !isCapturing) await choice.restore();
  const api = new ApiSwitch({
    app: shown,
    showApi: (state) => core.showApi(state),
    tokenFile,
    serve: () => serveApi({ app: core, log, dataDir, port, ui: null }),
    copy,
  });
  return { core, shown, api, keeper, unreadable, words };
}
