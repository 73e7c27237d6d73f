import { toFailure } from '../contract/errors.ts';
import type { Notice } from '../contract/state.ts';
import { holdingOf, type NumberRecord } from './numbers/number.ts';

/** Things to tell a person that no request asked for. Each stays until it is dismissed. */
export class Notices {
  #list: Notice[] = [];
  #told = new Set<string>();
  #onChange: (list: Notice[]) => void;

  constructor(onChange: (list: Notice[]) => void) {
    this.#onChange = onChange;
  }

  /** A notice with the same id is replaced, so that nothing is told twice. */
  add(notice: Notice): void {
    this.#become([...this.#list.filter(({ id }) => id !== notice.id), notice]);
  }

  dismiss(id: string): void {
    this.#become(this.#list.filter((notice) => notice.id !== id));
  }

  portTaken(wanted: number, got: number): void {
    this.add({
      id: 'port-taken',
      message: `Port ${wanted} is in use by another program, so webhooks are received on port ${got}.`,
      hint: `If a tunnel or proxy of your own points to port ${wanted}, end the other program, or set PORT, and start OTP Dock again.`,
    });
  }

  settingsRecovered(movedTo: string): void {
    this.add({
      id: 'settings-recovered',
      message: 'The settings file could not be read, so OTP Dock started with its default settings.',
      hint: `Nothing was deleted: the old file is ${movedTo}.`,
    });
  }

  historyRecovered(movedTo: string): void {
    this.add({
      id: 'history-recovered',
      message: 'The history was damaged and was put aside, so OTP Dock began a new one.',
      hint: `Nothing was deleted: the old file is ${movedTo}. Numbers on the account that OTP Dock had bought are taken up again and kept until their next bill; look through them under Numbers.`,
    });
  }

  clockSet(byMs: number): void {
    const minutes = Math.round(Math.abs(byMs) / 60_000);
    const by = minutes === 0 ? 'some seconds' : minutes === 1 ? 'a minute' : `${minutes} minutes`;
    this.add({
      id: 'clock-set',
      message: `This computer’s clock was set ${byMs > 0 ? 'forward' : 'back'} by ${by}.`,
      hint: 'Numbers in use keep the time that they had left; nothing needs to be done.',
    });
  }

  /** Told once for the same numbers. */
  strays(numbers: { sid: string; phoneNumber: string }[]): void {
    const news = numbers.filter(({ sid }) => !this.#told.has(sid));
    for (const { sid } of numbers) this.#told.add(sid);
    if (numbers.length === 0) this.dismiss('strays');
    if (news.length === 0) return;
    const list = numbers.map(({ phoneNumber }) => phoneNumber);
    this.add({
      id: 'strays',
      message: `${list.length === 1 ? `The number ${list[0]} was` : `${list.length} numbers were`} bought by another OTP Dock, or by this one before its data folder was lost.`,
      hint: 'Each costs money every month. Under Numbers, “On your account”, give them back or take them into the pool; leave them if another OTP Dock is using them.',
    });
  }

  diverted(number: string): void {
    this.add({
      id: `diverted ${number}`,
      message: `Somebody else has changed where Twilio sends the messages to ${number}.`,
      hint: 'OTP Dock leaves that as it is, and reads them from Twilio’s list, a few seconds later. If it was not meant, set the number’s webhook back in the Twilio Console.',
    });
  }

  /** null: it is full again. */
  pool(reason: unknown): void {
    if (reason === null) return this.dismiss('pool');
    const { message, hint } = toFailure(reason);
    this.add({ id: 'pool', message: `The pool could not be filled: ${message}`, hint });
  }

  releaseFails({ life }: NumberRecord): void {
    const problem = life.state === 'releasing' ? life.problem : null;
    const number = holdingOf(life)?.number ?? 'A number';
    this.add({
      id: `release ${number}`,
      message: `${number} could not be given back to Twilio yet${problem ? `: ${problem.message}` : '.'}`,
      hint: 'OTP Dock keeps trying, also after a restart. If it stays, release the number in the Twilio Console: it costs money every month.',
    });
  }

  #become(list: Notice[]): void {
    this.#list = list;
    this.#onChange(list);
  }
}
