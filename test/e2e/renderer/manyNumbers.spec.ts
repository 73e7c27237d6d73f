import type { Page } from 'playwright/test';
import { iso } from '../../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const count = 200;

/** The newest first, as a host sends them; the lower the number, the sooner it runs out. */
const leases = Array.from({ length: count }, (_, index) =>
  exampleLease({
    id: `lease-${index}`,
    label: `test ${index}`,
    number: `+1415555${String(index).padStart(4, '0')}`,
    startedAt: iso(exampleNow - 10 * index),
    expiresAt: iso(exampleNow + 60_000 * (index + 1)),
  }),
);

function cards(page: Page) {
  return page.getByRole('region', { name: 'In use' }).getByRole('article');
}

function withCode(id: string) {
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow) };
  return leases.map((lease) => (lease.id === id ? { ...lease, latestCode } : lease));
}

test('each of 200 numbers can be reached', async ({ page, open }) => {
  await open(exampleState({ leases }));
  await expect(cards(page)).toHaveCount(count);
  for (const name of ['test 199', 'test 100']) {
    const card = page.getByRole('article', { name, exact: true });
    await card.scrollIntoViewIfNeeded();
    await expect(card).toBeInViewport();
    await expect(card.getByRole('button', { name: 'Extend by 60 seconds' })).toBeVisible();
  }
});

test('among 200 numbers the one is found that a notification asks for, whatever is looked for', async ({
  page,
  open,
}) => {
  const host = await open(exampleState({ leases }));
  await page.getByRole('searchbox').fill('test 42');
  await expect(cards(page)).toHaveCount(1);
  await host.emit('reveal', { leaseId: 'lease-150' });
  await expect(page.getByRole('article', { name: 'test 150' })).toBeInViewport();
  await expect(page.getByRole('article', { name: 'test 150' })).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('a text leaves the numbers in which it occurs, in use or ended', async ({ page, open }) => {
  const ended = exampleLease({ id: 'over', state: 'released', number: '+14155559042', label: 'test 42 over' });
  await open(exampleState({ leases: [...leases, ended] }));
  await page.getByRole('searchbox').fill('(415) 555-0042');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toHaveAccessibleName('test 42');
  await page.getByRole('searchbox').fill('test 42');
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('searchbox').fill('no such number');
  await expect(page.getByText('contains this.')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a code that arrives brings its card to the top', async ({ page, open }) => {
  const host = await open(exampleState({ leases }));
  await expect(cards(page).first()).toHaveAccessibleName('test 0');
  await host.update({ leases: withCode('lease-170'), messages: [exampleMessage({ leaseId: 'lease-170' })] });
  await expect(cards(page).first()).toHaveAccessibleName('test 170');
  await expect(cards(page).first().getByTestId('code')).toHaveText('481920');
});

test('a change of one lease touches its card alone', async ({ page, open }) => {
  const host = await open(exampleState({ leases: withCode('lease-0') }));
  await expect(cards(page)).toHaveCount(count);
  await page.clock.pauseAt(exampleNow + 10_000);
  await page.evaluate(() => {
    const touched = new Set<string>();
    Object.assign(window, { touched });
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest('article')?.getAttribute('aria-label') ?? 'the page');
      }
    });
    const section = document.querySelector('article')?.closest('section');
    if (section) observer.observe(section, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const changed = withCode('lease-0').map((lease) =>
    lease.id === 'lease-7' ? { ...lease, service: 'GitHub' } : lease,
  );
  await host.update({ leases: changed });
  await expect(page.getByRole('article', { name: 'test 7', exact: true })).toContainText('GitHub');
  expect(await page.evaluate(() => [...(Reflect.get(window, 'touched') as Set<string>)])).toEqual(['test 7']);
});

test('the order that was chosen is still there after looking at another place', async ({ page, open }) => {
  await open(exampleState({ leases: withCode('lease-9') }));
  await expect(cards(page).first()).toHaveAccessibleName('test 9');
  await page.getByLabel('Sort by').selectOption('Time left');
  await expect(cards(page).first()).toHaveAccessibleName('test 0');
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('link', { name: 'Numbers' }).click();
  await expect(page.getByLabel('Sort by')).toHaveValue('time');
  await expect(cards(page).first()).toHaveAccessibleName('test 0');
});

test('a few numbers need no search', async ({ page, open }) => {
  await open(exampleState({ leases: leases.slice(0, 6) }));
  await expect(cards(page)).toHaveCount(6);
  await expect(page.getByRole('searchbox')).toBeHidden();
});

test('what is far from sight counts in steps of ten seconds, and right again when it is looked at', async ({
  page,
  open,
}) => {
  await open(exampleState({ leases }));
  await page.clock.pauseAt(exampleNow + 23_000);
  const far = page.getByRole('article', { name: 'test 199', exact: true });
  await expect(cards(page).first().getByRole('timer')).toHaveText('0:37');
  await expect(far.getByRole('timer')).toHaveText('3:19:40');
  await far.scrollIntoViewIfNeeded();
  await expect(far.getByRole('timer')).toHaveText('3:19:37');
});

test('among many numbers nothing goes on moving', async ({ page, open }) => {
  const host = await open(exampleState({ leases }));
  await host.update({ leases: withCode('lease-3'), messages: [exampleMessage({ leaseId: 'lease-3' })] });
  const code = cards(page).first().locator('.fresh-code');
  await expect(code).toBeVisible();
  const isMarked = () => code.evaluate((element) => getComputedStyle(element, '::before').visibility === 'visible');
  await expect.poll(isMarked).toBe(false);
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
  await expect.poll(() => page.evaluate(moving)).toBe(0);
});
