import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { focus, inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

/** Whether the page kept each right click from the browser. */
function watchMenus(): boolean[] {
  const kept: boolean[] = [];
  const watch = (event: Event) => {
    kept.push(event.defaultPrevented);
    // The browser's own menu would stay open over the page.
    event.preventDefault();
  };
  window.addEventListener('contextmenu', watch);
  onTestFinished(() => window.removeEventListener('contextmenu', watch));
  return kept;
}

test('in a browser a right click on a number is the browser’s own', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease({})] }));
  const kept = watchMenus();
  await page.getByRole('article').click({ button: 'right', position: { x: 200, y: 12 } });
  await expect.poll(() => kept).toEqual([false]);
  expect(inputs(host, 'menu.choose')).toEqual([]);
});

test('on the desktop the host is told what can be done with the number, and where', async ({ open }) => {
  const { capabilities } = exampleState();
  const lease = exampleLease({ policy: 'keep', latestCode: null });
  const host = open(exampleState({ leases: [lease], capabilities: { ...capabilities, menus: true } }));
  const kept = watchMenus();
  await page.getByRole('article').click({ button: 'right', position: { x: 200, y: 12 } });
  await expect.poll(() => kept).toEqual([true]);
  const at = { x: expect.any(Number), y: expect.any(Number) };
  expect(inputs(host, 'menu.choose')).toEqual([{ choices: ['copyNumber', 'extend', 'pin', 'end'], at }]);
  await focus(page.getByRole('article').getByRole('button', { name: 'More actions' }));
  await press('Shift+F10');
  await expect.poll(() => inputs(host, 'menu.choose')).toHaveLength(2);
});
