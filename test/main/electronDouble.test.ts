import { EventEmitter } from 'node:events';
import type { Dialog } from 'electron';
import { describe, expect, test } from 'vitest';
import { fromStandIn, isStandIn, toStandIn } from '../e2e/electron-double/addresses.ts';
import { replaceMessageBoxes } from '../e2e/electron-double/messageBoxes.ts';
import { openLine } from '../e2e/electron-double/line.ts';
import { missing, strict } from '../e2e/electron-double/strict.ts';

/** Two ends of a channel between processes. */
function channel() {
  const ends = [new EventEmitter(), new EventEmitter()] as const;
  const port = (own: EventEmitter, other: EventEmitter) =>
    Object.assign(own, { connected: true, send: (message: object) => other.emit('message', message) });
  return [port(...ends), port(ends[1], ends[0])] as const;
}

describe('the line between the double and the tests', () => {
  test('carries calls both ways, with what comes of them', async () => {
    const [here, there] = channel();
    const theirs = openLine<{ add(a: number, b: number): Promise<number>; fail(): Promise<void> }>(here, []);
    const fail = () => Promise.reject(new Error('no'));
    openLine(there, [{ fail }, { add: (a: number, b: number) => a + b }]);
    expect(await theirs.add(1, 2)).toBe(3);
    await expect(theirs.fail()).rejects.toThrow('fail: Error: no');
  });

  test('does not leave waiting whoever calls a process that has ended', async () => {
    const [here] = channel();
    const theirs = openLine<{ quit(): Promise<void> }>(here, []);
    const before = theirs.quit();
    here.connected = false;
    here.emit('disconnect');
    for (const call of [before, theirs.quit()]) await expect(call).rejects.toThrow('ended before it answered');
  });
});

describe('the electron double', () => {
  test.each(['app://otp-dock/', 'app://otp-dock/assets/a.js?x=1#y', 'app://other.host/a%20b'])(
    'shows %s at a secure address and names it as it was',
    (url) => {
      expect(toStandIn(url)).toMatch(/^https:/);
      expect(isStandIn(toStandIn(url))).toBe(true);
      expect(fromStandIn(toStandIn(url))).toBe(url);
    },
  );

  test.each(['https://otp-dock.example/', 'data:text/html,x', 'about:blank', 'not a url'])('leaves %s alone', (url) => {
    expect(fromStandIn(url)).toBe(url);
    expect(isStandIn(url)).toBe(false);
  });

  test('names what it does not have', () => {
    const shell = strict('shell', { openExternal: () => 'opened' });
    expect(shell.openExternal()).toBe('opened');
    expect(() => (shell as unknown as { beep(): void }).beep()).toThrow('does not implement shell.beep');
    const Tray = missing('Tray') as unknown as { new (): unknown; isSupported(): boolean };
    expect(() => new Tray()).toThrow('does not implement Tray');
    expect(() => Tray.isSupported()).toThrow('does not implement Tray.isSupported');
  });
});

describe('the message boxes of the double', () => {
  const buttons = ['Yes', 'No', 'Cancel'];
  const opened = () => {
    const dialog = {} as Pick<Dialog, 'showMessageBox'>;
    return { dialog, boxes: replaceMessageBoxes({ dialog }) };
  };

  test('stay open until they are answered', async () => {
    const { dialog, boxes } = opened();
    const answer = dialog.showMessageBox({ message: 'Sure?', buttons, checkboxLabel: 'Always' });
    expect(boxes.shown).toMatchObject([{ message: 'Sure?', checkbox: 'Always', onWindow: false, answer: null }]);
    expect(() => boxes.answer('Maybe')).toThrow('no button Maybe');
    boxes.answer('No', { check: true });
    expect(await answer).toEqual({ response: 1, checkboxChecked: true });
    expect(() => boxes.answer('No')).toThrow('No message box is open');
  });

  test('are told of as soon as there is one', async () => {
    const { dialog, boxes } = opened();
    const next = boxes.opened();
    void dialog.showMessageBox({ message: 'Sure?', buttons });
    expect(await next).toMatchObject({ message: 'Sure?', answer: null });
    expect(await boxes.opened()).toBe(await next);
  });

  test('that the app takes away count as cancelled', async () => {
    const { dialog, boxes } = opened();
    const abort = new AbortController();
    const answer = dialog.showMessageBox({ message: 'Sure?', buttons, cancelId: 2, signal: abort.signal });
    abort.abort();
    expect(await answer).toEqual({ response: 2, checkboxChecked: false });
    expect(boxes.shown[0]?.answer).toBeNull();
  });

  test('can all get the same answer, Cancel where they do not have it', async () => {
    const { dialog, boxes } = opened();
    const first = dialog.showMessageBox({ message: 'Sure?', buttons });
    boxes.answerAll('Yes');
    const second = dialog.showMessageBox({ message: 'Really?', buttons: ['Keep', 'Cancel'] });
    expect([(await first).response, (await second).response]).toEqual([0, 1]);
  });
});
