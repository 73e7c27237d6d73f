import type { Page } from 'playwright/test';
import { exampleLease, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

/** Whether the page kept the last right click from the browser. */
async function watchMenus(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    window.addEventListener('contextmenu', (event) => {
      Reflect.set(globalThis, 'kept', event.defaultPrevented);
      // The browser's own menu would stay open over the page.
      event.preventDefault();
    });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'kept') as unknown);
}

test('in a browser a right click on a number is the browser’s own', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease({})] }));
  const kept = await watchMenus(page);
  await page.getByRole('article').click({ button: 'right', position: { x: 200, y: 12 } });
  await expect.poll(kept).toBe(false);
  expect(await host.inputs('menu.choose')).toEqual([]);
});

test('on the desktop the host is told what can be done with the number, and where', async ({ page, open }) => {
  const { capabilities } = exampleState();
  const lease = exampleLease({ policy: 'keep', latestCode: null });
  const host = await open(exampleState({ leases: [lease], capabilities: { ...capabilities, menus: true } }));
  const kept = await watchMenus(page);
  await page.getByRole('article').click({ button: 'right', position: { x: 200, y: 12 } });
  await expect.poll(kept).toBe(true);
  const at = { x: expect.any(Number), y: expect.any(Number) };
  expect(await host.inputs('menu.choose')).toEqual([{ choices: ['copyNumber', 'extend', 'pin', 'end'], at }]);
  await page.getByRole('article').getByRole('combobox').focus();
  await page.keyboard.press('Shift+F10');
  await expect.poll(() => host.inputs('menu.choose')).toHaveLength(2);
});
