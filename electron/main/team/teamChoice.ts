import { appError } from '../../contract/errors.ts';
import { isEmulated, type AppState } from '../../contract/state.ts';
import { teamSchema, type Team } from '../../contract/team.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { KeyValueStore } from '../../adapters/settings/store.ts';
import type { SecretStore } from '../../core/ports.ts';
import type { HostTools } from '../../core/tools.ts';
import type { TeamHost } from './teamHost.ts';

const say = phrases.team;

/** Where the address is kept, in the settings file. */
const key = 'team.url';

export interface TeamChoiceOptions {
  values: KeyValueStore;
  secrets: SecretStore;
  /** The app's own state. */
  state(): AppState;
  open(team: Team): TeamHost;
  /** null: the app's own numbers. */
  show(team: TeamHost | null): void;
}

/** Whose numbers the app shows, kept from one start to the next. */
export class TeamChoice implements NonNullable<HostTools['team']> {
  readonly #options: TeamChoiceOptions;

  constructor(options: TeamChoiceOptions) {
    this.#options = options;
  }

  /** Shows the host that was chosen before the app ended, if one was. */
  async restore(): Promise<void> {
    const { open, secrets, show, values } = this.#options;
    const url = teamSchema.shape.url.safeParse(values.get(key));
    if (url.success) show(open({ url: url.data, token: (await secrets.read('team')) ?? '' }));
  }

  /** Nothing changes unless that host accepts the token. Rejects with CONFLICT while numbers of the app are in use. */
  async connect(team: Team): Promise<void> {
    const { open, secrets, show, state, values } = this.#options;
    if (isInUse(state())) throw appError('CONFLICT', say.inUse, say.inUseHint);
    const host = open(team);
    try {
      await host.first();
      values.set(key, team.url);
      if (secrets.storage !== 'unavailable') await secrets.write('team', team.token);
    } catch (thrown) {
      host.close();
      throw thrown;
    }
    show(host);
  }

  async leave(): Promise<void> {
    const { secrets, show, values } = this.#options;
    values.delete(key);
    await secrets.remove('team');
    show(null);
  }
}

function isInUse({ leases, ...own }: AppState): boolean {
  return !isEmulated(own) && leases.some(({ state }) => state === 'buying' || state === 'active');
}
