import { Notification, type NotificationConstructorOptions } from 'electron';

export interface Notice extends Pick<NotificationConstructorOptions, 'title' | 'body' | 'silent'> {
  onClick?: () => void;
  /** A button, on systems that have them on notifications. */
  button?: { text: string; press: () => void };
}

/** Shows notifications of the system. It holds on to them, or they could be collected before they are clicked. */
export class NotificationCenter {
  readonly #shown = new Set<Notification>();

  /** Returns a function that takes the notification away again. */
  show({ onClick, button, ...options }: Notice): () => void {
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
