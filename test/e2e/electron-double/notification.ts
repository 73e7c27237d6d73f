import { EventEmitter } from 'node:events';
import type { Notification, NotificationConstructorOptions } from 'electron';

/** The class that main gets; each notification that is shown lands in `shown`, for a test to see and click. */
export function notificationClass(shown: FakeNotification[]) {
  return class extends FakeNotification {
    static isSupported(): boolean {
      return true;
    }

    show(): void {
      shown.push(this);
      this.emit('show', {});
    }
  };
}

export class FakeNotification extends EventEmitter implements Pick<Notification, 'title' | 'body' | 'close'> {
  title: string;
  body: string;
  readonly actions: readonly { text?: string }[];

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.actions = options.actions ?? [];
  }

  close(): void {
    this.emit('close', {});
  }
}
