import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { strict } from './strict.ts';

/** Nobody sees it; the controls record that it is shown. */
export class FakeNotification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    return strict('Notification', this);
  }

  show(): void {
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
