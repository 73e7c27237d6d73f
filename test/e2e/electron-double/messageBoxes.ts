import type { BaseWindow, Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
/** A message box as the person saw it. */
interface ShownBox {
  message: string;
  detail: string;
  buttons: string[];
  checkbox: string | null;
  /** Whether it hangs on a window. */
  onWindow: boolean;
  /** The button that was clicked; null while the box is open, or when the app itself took it away. */
  answer: string | null;
}

/**
 * Puts boxes that a test answers in the place of `dialog.showMessageBox`. They stay open until then, as they would for
 * a person. Real Electron is given the source of this function, so nothing outside of it may be used in it.
 */
export function replaceMessageBoxes({ dialog }: { dialog: Pick<Dialog, 'showMessageBox'> }) {
  interface OpenBox {
    shown: ShownBox;
    close(response: number, checked: boolean): void;
  }
  const shown: ShownBox[] = [];
  const open = new Set<OpenBox>();
  const waiting: ((box: ShownBox) => void)[] = [];
  let trust: string | null = null;

  const see = (options: MessageBoxOptions, onWindow: boolean): ShownBox => {
    const { message, detail = '', buttons = [], checkboxLabel: checkbox = null } = options;
    return { message, detail, buttons: buttons.length > 0 ? [...buttons] : ['OK'], checkbox, onWindow, answer: null };
  };
  const click = (box: OpenBox, button: string, checked: boolean): void => {
    const response = box.shown.buttons.indexOf(button);
    if (response < 0) throw new Error(`The message box has no button ${button}, but ${box.shown.buttons.join(', ')}.`);
    box.shown.answer = button;
    box.close(response, checked);
  };
  const answerOrCancel = (box: OpenBox, button: string): void => {
    const { buttons } = box.shown;
    click(box, [button, 'Cancel'].find((wanted) => buttons.includes(wanted)) ?? buttons[0]!, false);
  };

  dialog.showMessageBox = (...args: [MessageBoxOptions] | [BaseWindow, MessageBoxOptions]) => {
    const options = args.length === 2 ? args[1] : args[0];
    return new Promise<MessageBoxReturnValue>((done) => {
      const box: OpenBox = {
        shown: see(options, args.length === 2),
        close: (response, checked) => {
          open.delete(box);
          done({ response, checkboxChecked: options.checkboxLabel !== undefined && checked });
        },
      };
      shown.push(box.shown);
      open.add(box);
      for (const seen of waiting.splice(0)) seen(box.shown);
      options.signal?.addEventListener('abort', () => box.close(options.cancelId ?? 0, false), { once: true });
      if (trust !== null) answerOrCancel(box, trust);
    });
  };

  return {
    /** Every message box since the start, oldest first. */
    messageBoxes: () => shown,
    /** The message box that is open, as soon as there is one. */
    openedBox: (): Promise<ShownBox> => {
      const box = [...open].at(-1);
      return box ? Promise.resolve(box.shown) : new Promise((done) => waiting.push(done));
    },
    /** Clicks a button of the box that is open; throws when there is no such box or button. */
    answerBox: (button: string, { check } = { check: false }): void => {
      const box = [...open].at(-1);
      if (!box) throw new Error('No message box is open.');
      click(box, button, check);
    },
    /** Clicks this button on the box that is open and on all to come, Cancel on those that do not have it. */
    answerAllBoxes: (button: string): void => {
      trust = button;
      for (const box of open) answerOrCancel(box, button);
    },
  };
}
