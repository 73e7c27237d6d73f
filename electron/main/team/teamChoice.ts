import { appError } from '../../contract/errors.ts';
import { isEmulated, type AppState } from '../../contract/state.ts';
import { teamSchema, type Team } from '../../contract/team.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { KeyValueStore } from '../../adapters/settings/store.ts';
import type { SecretStore } from '../../core/ports.ts';
import type { HostTools } from '../../core/tools.ts';
import type { TeamHost } from './teamHost.ts';

const say = phrases.team;

/** Where the address is kept, in the settings file. The token is kept with it, as a secret: it is for no other host. */
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
  /** Counts what a person has chosen: an answer to an earlier choice comes too late. */
  #choices = 0;
  #lastKept: Promise<void> = Promise.resolve();

  constructor(options: TeamChoiceOptions) {
    this.#options = options;
  }

  /** Shows the host that was chosen before the app ended, if one was. */
  async restore(): Promise<void> {
    const { open, secrets, show, values } = this.#options;
    const url = teamSchema.shape.url.safeParse(values.get(key));
    if (!url.success) return;
    const kept = teamSchema.safeParse(parsed(await secrets.read('team')));
    const isItsToken = kept.success && kept.data.url === url.data;
    show(open({ url: url.data, token: isItsToken ? kept.data.token : '' }));
  }

  /** Nothing changes unless that host accepts the token. Rejects with CONFLICT while numbers of the app are in use. */
  async connect(team: Team): Promise<void> {
    const { open, show } = this.#options;
    const choice = ++this.#choices;
    this.#assertIdle();
    const host = open(team);
    try {
      await host.first();
      if (choice !== this.#choices) throw appError('CONFLICT', say.otherwise, say.otherwiseHint);
      this.#assertIdle();
    } catch (thrown) {
      host.close();
      throw thrown;
    }
    show(host);
    await this.#keep(choice, team);
  }

  async leave(): Promise<void> {
    const choice = ++this.#choices;
    this.#options.show(null);
    await this.#keep(choice, null);
  }

  /** One choice after the other, and the last one stays: no token is left behind that nobody chose. */
  #keep(choice: number, team: Team | null): Promise<void> {
    const done = this.#lastKept.then(() => (choice === this.#choices ? this.#write(team) : undefined));
    this.#lastKept = done.catch(() => undefined);
    return done;
  }

  /** Without a safe place for the token it is asked for again at the next start. */
  async #write(team: Team | null): Promise<void> {
    const { secrets, values } = this.#options;
    if (team) values.set(key, team.url);
    else values.delete(key);
    await secrets.remove('team');
    if (team && secrets.storage !== 'unavailable') await secrets.write('team', JSON.stringify(team));
  }

  #assertIdle(): void {
    if (isInUse(this.#options.state())) throw appError('CONFLICT', say.inUse, say.inUseHint);
  }
}

function isInUse({ leases, ...own }: AppState): boolean {
  return !isEmulated(own) && leases.some(({ state }) => state === 'buying' || state === 'active');
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
