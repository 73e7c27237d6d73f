import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { iso } from '../../../electron/contract/time.ts';
import { nextTrayChange, trayTemplate, trayTip } from '../../../electron/main/menus/trayTemplate.ts';
import { exampleDesktop, exampleLease, exampleMessage, exampleNow, exampleState } from '../../fakes/appState.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';

const english = mainWords('en', []);

function trayOf(state = exampleState()) {
  const done: unknown[] = [];
  const items = trayTemplate(state, exampleNow, english, {
    copy: (code) => done.push(['copy', code]),
    reveal: (leaseId) => done.push(['reveal', leaseId]),
    command: (command) => done.push(command),
    pause: (paused) => done.push(['pause', paused]),
    present: (on) => done.push(['present', on]),
    open: () => done.push('open'),
    quit: () => done.push('quit'),
  });
  const click = (label: string) => (find(items, label).click as () => void)();
  return { labels: items.flatMap(({ label }) => label ?? []), items, click, done };
}

function find(items: MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions {
  return items.find((item) => item.label === label)!;
}

const endingIn = (seconds: number) => exampleLease({ expiresAt: iso(exampleNow + seconds * 1000), label: 'checkout' });

describe('the menu of the tray', () => {
  test('has the newest codes, five at most, and a click copies', () => {
    const messages = Array.from({ length: 7 }, (_, at) =>
      exampleMessage({ sid: `SM${at}`, code: `10000${at}`, leaseId: null, service: 'A & B', to: '+14155550123' }),
    );
    const { labels, click, done } = trayOf(exampleState({ messages }));
    expect(labels.filter((label) => label.startsWith('100 0'))).toHaveLength(5);
    click('100 000: A && B to +14155550123');
    expect(done).toEqual([['copy', '100000']]);
  });

  test('has the numbers in use with the time that is left, and a click shows one', () => {
    const lefts = [30, 60, 150, 7_200].map(
      (seconds) => trayOf(exampleState({ leases: [endingIn(seconds)] })).labels[2],
    );
    expect(lefts).toEqual([
      'checkout, less than a minute left',
      'checkout, a minute left',
      'checkout, 2 minutes left',
      'checkout, 2 hours left',
    ]);
    const { click, done } = trayOf(exampleState({ leases: [endingIn(60)] }));
    click('checkout, a minute left');
    expect(done).toEqual([['reveal', endingIn(60).id]]);
  });

  test('names eight numbers and says how many more there are', () => {
    const leases = Array.from({ length: 10 }, (_, at) => exampleLease({ id: `l${at}`, label: `test ${at}` }));
    const { labels } = trayOf(exampleState({ leases }));
    expect(labels.filter((label) => label.startsWith('test'))).toHaveLength(8);
    expect(labels).toContain('and 2 more');
  });

  test('takes a new number, opens the window and quits', () => {
    const { click, done } = trayOf();
    for (const label of ['New number…', 'Open OTP Dock', 'Quit OTP Dock']) click(label);
    expect(done).toEqual([{ name: 'newNumber', prefill: {} }, 'open', 'quit']);
  });

  test('pauses reception and resumes it, with a check mark while it is paused', () => {
    const going = trayOf();
    expect(find(going.items, 'Pause reception')).toMatchObject({ type: 'checkbox', checked: false, enabled: true });
    going.click('Pause reception');
    const pausedSince = iso(exampleNow);
    const paused = trayOf(exampleState({ pausedSince }));
    expect(find(paused.items, 'Pause reception')).toMatchObject({ checked: true });
    paused.click('Pause reception');
    expect([going.done, paused.done]).toEqual([[['pause', true]], [['pause', false]]]);
    const leases = [endingIn(60)];
    expect(trayTip(exampleState({ pausedSince }), english)).toBe('OTP Dock: reception is paused');
    expect(trayTip(exampleState({ pausedSince, leases }), english)).toBe(
      'OTP Dock: reception is paused, 1 number in use',
    );
  });

  test('hides the codes for now, which a click copies all the same', () => {
    const messages = [exampleMessage({ code: '482913', leaseId: null, service: 'Acme', to: '+14155550123' })];
    const desktop = { ...exampleDesktop, presenting: true };
    const { labels, click, done, items } = trayOf(exampleState({ messages, desktop }));
    expect(labels.join()).not.toMatch(/482 ?913/);
    click('••••••: Acme to +14155550123');
    expect(find(items, 'Hide codes for now')).toMatchObject({ type: 'checkbox', checked: true });
    click('Hide codes for now');
    expect(done).toEqual([
      ['copy', '482913'],
      ['present', false],
    ]);
  });

  test('says of a pinned number that it is pinned', () => {
    const lease = exampleLease({ pinned: true, expiresAt: null, label: 'checkout' });
    expect(trayOf(exampleState({ leases: [lease] })).labels).toContain('checkout, pinned');
  });

  test('says that there is nothing, and takes no number before an account is connected', () => {
    const { labels, items } = trayOf(exampleState({ account: { kind: 'none' } }));
    expect(labels).toEqual(expect.arrayContaining(['No codes yet', 'No number in use']));
    expect(find(items, 'New number…').enabled).toBe(false);
    expect(find(items, 'Pause reception').enabled).toBe(false);
    expect(trayTip(exampleState(), english)).toBe('OTP Dock');
  });

  test('is made anew when the time that is left reads otherwise, and never while no number is in use', () => {
    expect(nextTrayChange(exampleState(), exampleNow)).toBeNull();
    const state = exampleState({ leases: [endingIn(90), endingIn(600)] });
    const next = nextTrayChange(state, exampleNow)!;
    expect(next).toBe(1);
    expect(nextTrayChange(state, exampleNow + next)).toBe(30_000);
  });
});
