import { EventEmitter } from 'node:events';
import type { Notification, NotificationAction, NotificationConstructorOptions } from 'electron';
import { strict } from './strict.ts';

/** The class that main gets; each notification that is shown lands in `shown`, for a test to see and click. */
export function notificationClass(shown: FakeNotification[]) {
  return class extends FakeNotification {
    constructor(options: NotificationConstructorOptions = {}) {
      super(options, shown);
      return strict('Notification', this);
    }

    static isSupported(): boolean {
      return true;
    }
  };
}

type Implemented = 'title' | 'body' | 'actions' | 'show' | 'close';

export class FakeNotification extends EventEmitter implements Pick<Notification, Implemented> {
  title: string;
  body: string;
  actions: NotificationAction[];
  readonly #shown: FakeNotification[];

  constructor(options: NotificationConstructorOptions, shown: FakeNotification[]) {
    super();
    this.#shown = shown;
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.actions = options.actions ?? [];
  }

  show(): void {
    this.#shown.push(this);
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
