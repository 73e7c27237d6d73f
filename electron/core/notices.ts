import { saidBy, toFailure } from '../contract/errors.ts';
import { notices } from '../contract/sentences/notices.ts';
import { phrases, verbatim, type Sentence } from '../contract/sentences/sentence.ts';
import type { Notice } from '../contract/state.ts';
import { holdingOf, type NumberRecord } from './numbers/number.ts';

const say = phrases(notices);

/** As the host makes it: of sentences that can be translated. */
interface Told extends Notice {
  message: Sentence;
  hint: Sentence;
}

/** Things to tell a person that no request asked for. Each stays until it is dismissed. */
export class Notices {
  #list: Notice[] = [];
  #told = new Set<string>();
  #onChange: (list: Notice[]) => void;

  constructor(onChange: (list: Notice[]) => void) {
    this.#onChange = onChange;
  }

  /** A notice with the same id is replaced, so that nothing is told twice. */
  add(notice: Told): void {
    this.#become([...this.#list.filter(({ id }) => id !== notice.id), notice]);
  }

  dismiss(id: string): void {
    this.#become(this.#list.filter((notice) => notice.id !== id));
  }

  portTaken(wanted: number, got: number): void {
    this.add({
      id: 'port-taken',
      message: say.portTaken({ wanted, got }),
      hint: say.portTakenHint({ wanted }),
    });
  }

  settingsRecovered(movedTo: string): void {
    this.add({
      id: 'settings-recovered',
      message: say.settingsRecovered,
      hint: say.settingsRecoveredHint({ file: movedTo }),
    });
  }

  historyRecovered(movedTo: string): void {
    this.add({
      id: 'history-recovered',
      message: say.historyRecovered,
      hint: say.historyRecoveredHint({ file: movedTo }),
    });
  }

  clockSet(byMs: number): void {
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
    if (aheadMs === null) return this.dismiss(id);
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    const by = seconds < 120 ? say.seconds({ count: seconds }) : say.minutes({ count: Math.round(seconds / 60) });
    this.add({
      id,
      message: aheadMs > 0 ? say.clockAhead({ by }) : say.clockBehind({ by }),
      hint: say.clockDiffersHint,
    });
  }

  /** Told once for the same numbers. */
  strays(numbers: { sid: string; phoneNumber: string }[]): void {
    const news = numbers.filter(({ sid }) => !this.#told.has(sid));
    for (const { sid } of numbers) this.#told.add(sid);
    if (numbers.length === 0) this.dismiss('strays');
    if (news.length === 0) return;
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

  fault(): void {
    this.add({ id: 'fault', message: say.fault, hint: say.faultHint });
  }

  /** null: it is full again. */
  pool(reason: unknown): void {
    if (reason === null) return this.dismiss('pool');
    const { message: problem, hint } = saidBy(toFailure(reason));
    this.add({ id: 'pool', message: say.poolNotFilled({ problem }), hint });
  }

  releaseFails({ life }: NumberRecord): void {
    const problem = life.state === 'releasing' ? life.problem : null;
    const known = holdingOf(life)?.number;
    const number = known === undefined ? say.someNumber : verbatim(known);
    this.add({
      id: `release ${number}`,
      message: problem ? say.stuckFor({ number, problem: saidBy(problem).message }) : say.stuck({ number }),
      hint: say.stuckHint,
    });
  }

  #become(list: Notice[]): void {
    this.#list = list;
    this.#onChange(list);
  }
}
