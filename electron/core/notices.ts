import { toFailure, type Failure } from '../contract/errors.ts';
import type { Phrase } from '../contract/words/phrase.ts';
import { foreign, inOneLine, phrases } from '../contract/words/phrases.ts';
import type { LimitName } from '../contract/settings.ts';
import type { AccountState, Notice } from '../contract/state.ts';
import { tellsOfAccount } from './connection.ts';
import { limitsUnknown } from './money/unknownLimits.ts';
import { holdingOf, isHeld, type NumberRecord } from './numbers/number.ts';
import { isRefusal } from './numbers/refusal.ts';
import type { History, Logger, Place, SettingsRecovered } from './ports.ts';
import { english, englishLine } from '../contract/words/english.ts';

const say = phrases.notices;
const sayOfHost = phrases.host;

type HistoryFiles = Pick<History, 'recovered' | 'logDamage' | 'watchPlace'>;

/** A notice as the host makes it, from translatable sentences. */
interface Told extends Notice {
  message: Phrase;
  hint: Phrase;
}

interface Stray {
  sid: string;
  phoneNumber: string;
}

/** Things to tell a person that no request asked for. Each stays until it is dismissed, or what it tells of is over. */
export class Notices {
  #list: Notice[] = [];
  /** The SIDs of the strays that were told. */
  #told = new Set<string>();
  #strays: Stray[] = [];
  /** The ids of notices whose reason is a failure of the whole account. */
  #ofAccount = new Set<string>();
  #onChange: (list: Notice[]) => void;
  #log: Pick<Logger, 'warn'>;

  constructor(onChange: (list: Notice[]) => void, log: Pick<Logger, 'warn'>) {
    this.#onChange = onChange;
    this.#log = log;
  }

  /** While the account fails, that is told itself: what follows from it is not. */
  shown({ kind }: AccountState): Notice[] {
    return kind === 'failed' ? this.#list.filter(({ id }) => !this.#ofAccount.has(id)) : this.#list;
  }

  /** A notice with the same id is replaced, so that nothing is told twice. */
  add(notice: Told): void {
    this.#become([...this.#list.filter(({ id }) => id !== notice.id), notice]);
  }

  /** Dismissed by a person. Lasting notices stay. */
  dismiss(id: string): void {
    this.#become(this.#list.filter((notice) => notice.id !== id || notice.lasting));
  }

  /** What the notice is about is over. */
  #end(id: string): void {
    if (this.#list.some((notice) => notice.id === id)) this.#become(this.#list.filter((notice) => notice.id !== id));
  }

  /** A notice about stored files. It is also logged, for people without a user interface in view. */
  #addOfDisk(notice: Told): void {
    this.add(notice);
    this.#log.warn(englishLine(notice));
  }

  portTaken(wanted: number, got: number): void {
    this.add({
      id: 'port-taken',
      message: say.portTaken({ wanted, got }),
      hint: say.portTakenHint({ wanted }),
    });
  }

  settingsRecovered(recovered: SettingsRecovered): void {
    const { movedTo } = recovered;
    this.#addOfDisk({
      id: 'settings-recovered',
      message: whatBecameOf(recovered),
      hint: movedTo === null ? say.settingsGoneHint : say.settingsRecoveredHint({ file: movedTo }),
    });
  }

  /** Shown as long as there are any. */
  limitsUnknown(names: readonly LimitName[]): void {
    if (names.length === 0) return this.#end('limits-unknown');
    const [message, hint] = limitsUnknown(names);
    const known = this.#list.find(({ id }) => id === 'limits-unknown');
    if (!known || english(known.message) !== english(message))
      this.#addOfDisk({ id: 'limits-unknown', message, hint, lasting: true, section: 'money' });
  }

  /** Reports on the history's files, now and later. `onBack`: they are back after they were gone. */
  ofHistory({ recovered, logDamage, watchPlace }: HistoryFiles, folder: string, onBack: () => void): void {
    if (recovered) this.#historyRecovered(recovered.movedTo);
    if (logDamage) this.#historyLogDamaged(logDamage.keptIn);
    watchPlace((place) => {
      this.#historyPlace(place, folder);
      if (place === 'here') onBack();
    });
  }

  #historyRecovered(movedTo: string): void {
    this.#addOfDisk({
      id: 'history-recovered',
      message: say.historyRecovered,
      hint: say.historyRecoveredHint({ file: movedTo }),
    });
  }

  #historyLogDamaged(keptIn: string): void {
    this.#addOfDisk({
      id: 'history-log-damaged',
      message: say.logDamaged,
      hint: say.logDamagedHint({ file: keptIn }),
    });
  }

  /** Shown until the files are back. */
  #historyPlace(place: Place, folder: string): void {
    this.#end('data-folder');
    if (place === 'here') return this.#log.warn(`The history is back in ${folder}.`);
    const [message, hint] =
      place === 'gone'
        ? [sayOfHost.folderGone({ folder }), sayOfHost.folderGoneHint]
        : [sayOfHost.folderReplaced({ folder }), sayOfHost.folderReplacedHint];
    this.#addOfDisk({ id: 'data-folder', message, hint, lasting: true });
  }

  /** null: the leases that were moved with the clock are over. */
  clockSet(byMs: number | null): void {
    if (byMs === null) return this.#end('clock-set');
    const count = Math.round(Math.abs(byMs) / 60_000);
    const by = count === 0 ? say.someSeconds : say.minutes({ count });
    this.add({
      id: 'clock-set',
      message: byMs > 0 ? say.clockForward({ by }) : say.clockBack({ by }),
      hint: say.clockHint,
    });
  }

  /** `aheadMs`: how far this computer's clock is ahead of Twilio's; null: not worth telling. */
  clockDiffers(aheadMs: number | null): void {
    const id = 'clock-differs';
    if (aheadMs === null) return this.#end(id);
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    const by = seconds < 120 ? say.seconds({ count: seconds }) : say.minutes({ count: Math.round(seconds / 60) });
    this.add({
      id,
      message: aheadMs > 0 ? say.clockAhead({ by }) : say.clockBehind({ by }),
      hint: say.clockDiffersHint,
    });
  }

  /** All there are. Each is reported only once, and no longer than it is there. */
  strays(numbers: Stray[]): void {
    const hasNews = numbers.some(({ sid }) => !this.#told.has(sid));
    const isShown = this.#list.some(({ id }) => id === 'strays');
    const areFewer = isShown && numbers.length < this.#strays.length;
    this.#strays = numbers;
    for (const { sid } of numbers) this.#told.add(sid);
    if (numbers.length === 0) return this.#end('strays');
    if (!hasNews && !areFewer) return;
    const single = numbers.length === 1 ? numbers[0] : undefined;
    this.add({
      id: 'strays',
      message: single ? say.stray({ number: single.phoneNumber }) : say.strays({ count: numbers.length }),
      hint: say.straysHint,
    });
  }

  diverted(number: string): void {
    this.add({
      id: `diverted ${number}`,
      message: say.diverted({ number }),
      hint: say.divertedHint,
    });
  }

  /** What was told of this number and is over goes. */
  numberChanged({ life }: NumberRecord): void {
    const holding = holdingOf(life);
    if (!holding) return;
    const { number, numberSid, diverted } = holding;
    if (!diverted || !isHeld(life)) this.#end(`diverted ${number}`);
    const others = this.#strays.filter(({ sid }) => sid !== numberSid);
    if (others.length < this.#strays.length) this.strays(others);
  }

  /** What was told of the last account goes. */
  accountChanged(): void {
    this.strays([]);
    this.#told.clear();
    const ofNumbers = /^(?:diverted|release) |^(?:clock-differs|pool)$/;
    for (const { id } of this.#list) if (ofNumbers.test(id)) this.#end(id);
  }

  fault(): void {
    this.add({ id: 'fault', message: say.fault, hint: say.faultHint });
  }

  /** null: it is full again. */
  pool(reason: unknown): void {
    if (reason === null) return this.#end('pool');
    const failure = toFailure(reason);
    const { message: problem, hint } = failure;
    this.#addBecause(failure, { id: 'pool', message: say.poolNotFilled({ problem }), hint });
  }

  releaseFails({ id, life }: NumberRecord): void {
    if (life.state !== 'releasing') return this.#end(`release ${id}`);
    const { problem, holding } = life;
    const { number } = holding;
    const [message, hint] =
      problem?.twilio && isRefusal(problem)
        ? [say.refused({ number, said: foreign(problem.twilio.message) }), say.refusedHint]
        : [problem ? say.stuckFor({ number, problem: problem.message }) : say.stuck({ number }), say.stuckHint];
    this.#addBecause(problem, { id: `release ${id}`, message, hint });
  }

  #addBecause(failure: Failure | null, notice: Told): void {
    if (failure && tellsOfAccount(failure)) this.#ofAccount.add(notice.id);
    else this.#ofAccount.delete(notice.id);
    this.add(notice);
  }

  #become(list: Notice[]): void {
    this.#list = list;
    this.#onChange(list);
  }
}

function whatBecameOf({ movedTo, readable, copied, lost }: SettingsRecovered): Phrase {
  if (movedTo === null) return say.settingsGone;
  if (!readable) return copied.length > 0 ? say.settingsFromCopy : say.settingsRecovered;
  const parts = [
    ...(copied.length > 0 ? [say.settingsCopied({ names: copied })] : []),
    ...(lost.length > 0 ? [say.settingsLost({ names: lost })] : []),
  ];
  return inOneLine(say.settingsDamaged, ...parts);
}
