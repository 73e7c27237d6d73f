import type { ApiState, DesktopState } from '../contract/host.ts';
import type { AppState } from '../contract/state.ts';
import type { Ports } from './ports.ts';

type HostPorts = Pick<Ports, 'host' | 'version' | 'environment' | 'tools'>;
type HostState = Pick<AppState, 'version' | 'host' | 'capabilities' | 'desktop' | 'api' | 'dataDir' | 'fixed'>;

/** What is shown of the host itself. Most of it never changes. */
export class HostView {
  readonly #onChange: () => void;
  #state: HostState;

  constructor({ host, version, environment, tools }: HostPorts, onChange: () => void) {
    this.#onChange = onChange;
    const { reception: kind, publicUrl, ngrokDomain, ngrokRootCas } = environment;
    const { maxLeaseSeconds, quarantineSeconds, retentionDays } = environment;
    this.#state = {
      version,
      host,
      capabilities: {
        clipboard: tools.copy ? 'host' : 'page',
        links: tools.openLink ? 'host' : 'page',
        menus: tools.chooseFromMenu !== null,
        openDataDir: tools.openDataDir !== null,
        switchApi: tools.api.change !== null,
      },
      desktop: null,
      api: { url: null, tokenFile: tools.api.tokenFile, takenPort: null, problem: null },
      dataDir: tools.dataDir,
      fixed: { kind, publicUrl, ngrokDomain, ngrokRootCas, maxLeaseSeconds, quarantineSeconds, retentionDays },
    };
  }

  state(): HostState {
    return this.#state;
  }

  /** The host reports the state of its automation API. */
  showApi(api: Omit<ApiState, 'tokenFile'>): void {
    this.#become({ api: { ...this.#state.api, ...api } });
  }

  /** The desktop app reports its state. */
  showDesktop(desktop: DesktopState): void {
    this.#become({ desktop });
  }

  #become(change: Partial<HostState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }
}
