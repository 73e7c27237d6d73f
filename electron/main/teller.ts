import { Notification, type NotificationConstructorOptions } from 'electron';

export interface Telling extends Pick<NotificationConstructorOptions, 'title' | 'body' | 'silent'> {
  onClick?: () => void;
  /** A button, where the system has them on notifications. */
  button?: { text: string; press: () => void };
}

/** Shows notifications. One that nobody refers to may be collected before it is clicked. */
export class Teller {
  readonly #shown = new Set<Notification>();

  /** Returns what takes it away again. */
  tell({ onClick, button, ...options }: Telling): () => void {
    const actions = button ? { actions: [{ type: 'button' as const, text: button.text }] } : {};
    const notification = new Notification({ ...options, ...actions });
    this.#shown.add(notification);
    notification.on('close', () => this.#shown.delete(notification));
    if (button) notification.on('action', () => button.press());
    if (onClick) notification.on('click', () => onClick());
    notification.show();
    return () => notification.close();
  }
}
