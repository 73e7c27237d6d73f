import { page } from 'vitest/browser';
import { defaultSettings } from '../../electron/contract/settings.ts';
import type { PolicyCosts } from '../../electron/contract/state.ts';
import type { Papers } from '../../electron/contract/papers.ts';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import type { FakeBridge } from '../fakes/fakeBridge.ts';
import { expectAccessible } from './support/accessible.ts';
import { blur, inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const costs: PolicyCosts = {
  days: 30,
  leases: 13,
  costs: [
    { policy: 'release', amount: usd('14.95'), numbers: 13 },
    { policy: 'renewal', amount: usd('2.30'), numbers: 2 },
    { policy: 'keep', amount: null, numbers: 2 },
  ],
};
const available = {
  phoneNumber: '+14155550188',
  friendlyName: '(415) 555-0188',
  locality: null,
  region: null,
  country: 'US',
  type: 'local',
  capabilities: { sms: true, mms: true, voice: true },
} as const;
const dialog = () => page.getByRole('dialog', { name: 'New number' });

function offer(host: FakeBridge, priceAsOf: string): void {
  const value = { numbers: [available], monthlyPrice: usd('1.15'), priceAsOf };
  host.answer('numbers.search', { ok: true, value });
}

test('Settings show what each choice at the end would have cost; an order shows its own price alone', async ({
  open,
}) => {
  const host = open(exampleState(), 'settings/defaults');
  host.answer('money.policies', { ok: true, value: costs });
  host.answer('leases.start', { ok: true, value: exampleLease() });
  offer(host, '2026-03-02T10:00:00Z');
  await expect.element(page.getByText('What your 13 numbers of the last 30 days would have cost:')).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'Give back at once $14.95 (13 numbers)' })).toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'Keep until I give it back no price known' })).toBeVisible();
  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(dialog().getByRole('button', { name: 'Take number · $1.15' })).toBeVisible();
  expect(dialog().element().textContent.match(/\$/g)).toHaveLength(1);
  await dialog().getByRole('radio', { name: 'Keep until the next bill Recommended', exact: true }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(inputs(host, 'leases.start')).toMatchObject([{ policy: 'renewal' }]);
});

test('the price is shown before anything is bought, and when it was read', async ({ open }) => {
  const host = open(exampleState());
  offer(host, '2026-03-02T09:55:00Z');
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(dialog().getByRole('button', { name: 'Take number · $1.15' })).toBeVisible();
  await expect.element(dialog().getByText('full month at purchase. Price from 5 min. ago.')).toBeVisible();
  await expect.element(dialog().getByText('(415) 555-0188')).toBeVisible();
});

test('a kept number that is ready costs nothing, until more is asked for than is known of it', async ({ open }) => {
  const idle = [{ country: 'US', type: 'local', policy: 'renewal', count: 1 } as const];
  const host = open(exampleState({ idle, settings: { ...defaultSettings, country: 'US' } }));
  offer(host, '2026-03-02T10:00:00Z');
  const ready = dialog().getByText('You have a kept number ready.');
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(dialog().getByText('full month at purchase')).toBeVisible();
  await dialog().getByRole('radio', { name: 'Keep until the next bill' }).click();
  await expect.element(ready).toBeVisible();
  await expect.element(dialog().getByRole('button', { name: 'Take number · free' })).toBeVisible();
  await expectAccessible();
  await dialog().getByRole('button', { name: 'More options' }).click();
  await dialog().getByRole('switch', { name: 'Only an unused number' }).click();
  await expect.element(ready).not.toBeInTheDocument();
  await expect.element(dialog().getByText('full month at purchase')).toBeVisible();
});

test('what few orders need is behind "More options", and goes into the order', async ({ open }) => {
  const host = open(exampleState({ settings: { ...defaultSettings, country: 'US' } }));
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  const more = dialog().getByRole('button', { name: 'More options' });
  await expect.element(more).toBeVisible();
  await expect.element(dialog().getByRole('textbox', { name: 'City' })).not.toBeInTheDocument();
  await more.click();
  await dialog().getByRole('textbox', { name: 'Area code' }).fill('512');
  await dialog().getByRole('textbox', { name: 'City' }).fill('Austin');
  await dialog().getByRole('checkbox', { name: 'MMS' }).click();
  await dialog().getByRole('switch', { name: 'Only an unused number' }).click();
  await dialog().getByRole('textbox', { name: 'Unused with' }).fill('GitHub');
  await expectAccessible(dialog());
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  const wishes = { areaCode: '512', locality: 'Austin', capabilities: ['mms'], fresh: true, service: 'GitHub' };
  expect(inputs(host, 'leases.start')).toMatchObject([{ country: 'US', ...wishes }]);
});

test('the defaults take a policy, a pool with its price, and what happens at quitting', async ({ open }) => {
  const host = open(exampleState({ settings: { ...defaultSettings, country: 'US' } }), 'settings/defaults');
  offer(host, '2026-03-02T10:00:00Z');
  await page.getByRole('radio', { name: 'Keep until the next bill' }).click();
  await page.getByRole('link', { name: 'Kept numbers' }).click();
  const kept = page.getByRole('region', { name: 'Kept numbers' });
  await expect.element(kept.getByText('$1.15 a month each')).toBeVisible();
  const size = kept.getByRole('textbox', { name: 'Pool size' });
  const wrong = kept.getByText('A whole number from 0 to 200; 0 means no pool.');
  await size.fill('900');
  await blur(size);
  await expect.element(wrong).toBeVisible();
  await press('Escape', size);
  await expect.element(size).toHaveValue('0');
  await expect.element(wrong).not.toBeInTheDocument();
  await size.fill('3');
  await expect.element(kept.getByText('3 × $1.15 a month')).toBeVisible();
  // Numbers are bought for it: leaving the field is not enough.
  await blur(size);
  expect(inputs(host, 'settings.update')).toEqual([{ policy: 'renewal' }]);
  await kept.getByRole('button', { name: 'Set pool size' }).click();
  await kept.getByRole('combobox', { name: 'When I quit with numbers in use' }).selectOptions('Keep them');
  const saved = [{ policy: 'renewal' }, { poolSize: 3 }, { onQuit: 'keep' }];
  await expect.poll(() => inputs(host, 'settings.update')).toEqual(saved);
});

test('papers are chosen by country, and sent as a whole', async ({ open }) => {
  const bundleSid = `BU${'1'.repeat(32)}`;
  const addressSid = `AD${'1'.repeat(32)}`;
  const approved = { sid: bundleSid, name: 'German mobile', country: 'DE', type: null, approved: true };
  const papers: Papers = {
    bundles: [
      { ...approved, status: 'twilio-approved' },
      { ...approved, sid: `BU${'2'.repeat(32)}`, status: 'pending-review', approved: false },
    ],
    addresses: [{ sid: addressSid, name: 'Example GmbH', city: 'Berlin', country: 'DE' }],
  };
  const host = open(exampleState(), 'papers');
  host.answer('papers.list', { ok: true, value: papers });
  const germany = page.getByRole('group', { name: 'Germany' });
  await expect.element(germany.getByRole('option', { name: 'German mobile (pending-review)' })).toBeDisabled();
  await germany.getByRole('combobox', { name: 'Bundle' }).selectOptions('German mobile');
  await expect.element(germany.getByText('Saved')).toBeVisible();
  await germany.getByRole('combobox', { name: 'Address' }).selectOptions(addressSid);
  await germany.getByRole('textbox', { name: 'Identity SID' }).fill('RI1');
  await blur(germany.getByRole('textbox', { name: 'Identity SID' }));
  await expect.element(germany.getByText('An Identity SID is RI followed by')).toBeVisible();
  expect(inputs(host, 'settings.update')).toEqual([
    { papers: { DE: { bundleSid, addressSid: null, identitySid: null } } },
    { papers: { DE: { bundleSid, addressSid, identitySid: null } } },
  ]);
});

test('a country is added to the papers', async ({ open }) => {
  open(exampleState(), 'papers');
  await expect.element(page.getByText('Your account has no bundles or addresses')).toBeVisible();
  await page.getByRole('combobox', { name: 'Add a country' }).click();
  await page.getByRole('option', { name: 'Austria' }).click();
  await expect.element(page.getByRole('group', { name: 'Austria' })).toBeVisible();
});
