import type { Notice } from '../contract/state.ts';

/** Things to tell a person that no request asked for. Each stays until it is dismissed. */
export class Notices {
  #list: Notice[] = [];
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

  #become(list: Notice[]): void {
    this.#list = list;
    this.#onChange(list);
  }
}
