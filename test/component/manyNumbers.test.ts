import { commands, page } from 'vitest/browser';
import { iso } from '../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { expect, test } from './support/app.ts';

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

function cards() {
  return page.getByRole('region', { name: 'In use' }).getByRole('article');
}

function withCode(id: string) {
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow) };
  return leases.map((lease) => (lease.id === id ? { ...lease, latestCode } : lease));
}

test('each of 200 numbers can be reached', async ({ open }) => {
  open(exampleState({ leases }));
  await expect.element(cards()).toHaveLength(count);
  for (const name of ['test 199', 'test 100']) {
    const card = page.getByRole('article', { name, exact: true });
    await expect.element(card).toBeInTheDocument();
    card.element().scrollIntoView();
    await expect.element(card).toBeInViewport();
    await expect.element(card.getByRole('button', { name: 'More actions' })).toBeVisible();
  }
});

test('among 200 numbers the one is found that a notification asks for, whatever is looked for or at', async ({
  open,
}) => {
  const host = open(exampleState({ leases }));
  await page.getByRole('searchbox').fill('no such number');
  await expect.element(page.getByText('No number matches.')).toBeVisible();
  await page.getByRole('searchbox').fill('test 42');
  await expect.element(cards()).toHaveLength(1);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect.element(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  host.emit('reveal', { leaseId: 'lease-150' });
  await expect.element(page.getByRole('article', { name: 'test 150' })).toBeInViewport();
  await expect.element(page.getByRole('article', { name: 'test 150' })).toHaveFocus();
  await expect.element(page.getByRole('searchbox')).toHaveValue('');
});

test('a change of one lease touches its card alone', async ({ clock, open }) => {
  const host = open(exampleState({ leases: withCode('lease-0') }));
  await expect.element(cards()).toHaveLength(count);
  await clock.advance(10_000);
  const touched = new Set<string>();
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      touched.add(element?.closest('article')?.getAttribute('aria-label') ?? 'the page');
    }
  });
  const section = page.getByRole('region', { name: 'In use' }).element();
  observer.observe(section, { subtree: true, childList: true, attributes: true, characterData: true });
  const changed = withCode('lease-0').map((lease) =>
    lease.id === 'lease-7' ? { ...lease, service: 'GitHub' } : lease,
  );
  host.update({ leases: changed });
  await expect.element(page.getByRole('article', { name: 'test 7', exact: true })).toMatchTextContent('GitHub');
  expect([...touched]).toEqual(['test 7']);
});

test('the order that was chosen is still there after looking at another place', async ({ open }) => {
  open(exampleState({ leases: withCode('lease-9') }));
  await expect.element(cards().first()).toHaveAccessibleName('test 9');
  await page.getByLabelText('Sort by').selectOptions('Time left');
  await expect.element(cards().first()).toHaveAccessibleName('test 0');
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('link', { name: 'Numbers' }).click();
  await expect.element(page.getByLabelText('Sort by')).toHaveValue('time');
  await expect.element(cards().first()).toHaveAccessibleName('test 0');
});

test('a few numbers need no search', async ({ open }) => {
  open(exampleState({ leases: leases.slice(0, 6) }));
  await expect.element(cards()).toHaveLength(6);
  await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
});

test('what is far from sight counts in steps of ten seconds, and right again when it is looked at', async ({
  clock,
  open,
}) => {
  open(exampleState({ leases }));
  await expect.element(cards()).toHaveLength(count);
  await clock.advance(23_000);
  const far = page.getByRole('article', { name: 'test 199', exact: true });
  await expect.element(cards().first().getByRole('timer')).toHaveTextContent('0:37');
  await expect.element(far.getByRole('timer')).toHaveTextContent('3:19:40');
  far.element().scrollIntoView();
  await expect.element(far.getByRole('timer')).toHaveTextContent('3:19:37');
});

test('among many numbers nothing goes on moving', async ({ open }) => {
  await commands.emulateMedia({ reducedMotion: 'no-preference' });
  const host = open(exampleState({ leases }));
  host.update({ leases: withCode('lease-3'), messages: [exampleMessage({ leaseId: 'lease-3' })] });
  await expect.element(cards().first().getByTestId('code')).toBeVisible();
  const mark = () => cards().first().element().querySelector('.fresh-code');
  const isMarked = () => getComputedStyle(mark() ?? document.body, '::before').visibility === 'visible';
  await expect.poll(isMarked).toBe(false);
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running');
  await expect.poll(moving).toEqual([]);
});
