import type { Page } from 'playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { PolicyCosts } from '../../../electron/contract/state.ts';
import type { Papers } from '../../../electron/contract/papers.ts';
import { exampleLease, exampleState } from '../../fakes/appState.ts';
import type { Host } from '../support/host.ts';
import { expect, test } from '../support/rendererTest.ts';

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
const dialog = (page: Page) => page.getByRole('dialog', { name: 'New number' });

function offer(host: Host, priceAsOf: string): Promise<void> {
  const value = { numbers: [available], monthlyPrice: usd('1.15'), priceAsOf };
  return host.answer('numbers.search', { ok: true, value });
}

test('the choice at the end of a lease shows what each would have cost', async ({ page, open }) => {
  const host = await open(exampleState());
  await host.answer('money.policies', { ok: true, value: costs });
  await host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(dialog(page).getByText('What your 13 leases of the last 30 days would have cost:')).toBeVisible();
  await expect(dialog(page).getByRole('radio', { name: 'Give back at once $14.95 (13 numbers)' })).toBeChecked();
  await expect(dialog(page).getByRole('radio', { name: 'Keep until I give it back no price known' })).toBeVisible();
  await dialog(page).getByRole('radio', { name: 'Keep until the next bill Recommended $2.30' }).check();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect(dialog(page)).toBeHidden();
  expect(await host.inputs('leases.start')).toMatchObject([{ policy: 'renewal' }]);
});

test('a price that was read a while ago says so', async ({ page, open }) => {
  const host = await open(exampleState());
  await offer(host, '2026-03-02T09:55:00Z');
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(dialog(page).getByText('full month at purchase: $1.15 (price list read 5 min. ago)')).toBeVisible();
});

test('a kept number that is ready costs nothing, until more is asked for than is known of it', async ({
  page,
  open,
}) => {
  const idle = [{ country: 'US', type: 'local', policy: 'renewal', count: 1 } as const];
  const host = await open(exampleState({ idle, settings: { ...defaultSettings, country: 'US' } }));
  await offer(host, '2026-03-02T10:00:00Z');
  const ready = dialog(page).getByText('A kept number is ready: this lease costs nothing.');
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(dialog(page).getByText('full month at purchase')).toBeVisible();
  await dialog(page).getByRole('radio', { name: 'Keep until the next bill' }).check();
  await expect(ready).toBeVisible();
  await dialog(page).getByRole('button', { name: 'More choices' }).click();
  await dialog(page).getByRole('switch', { name: 'Always a fresh number' }).check();
  await expect(ready).toBeHidden();
  await expect(dialog(page).getByText('full month at purchase')).toBeVisible();
});

test('what few orders need is behind "More choices", and goes into the order', async ({ page, open }) => {
  const host = await open(exampleState({ settings: { ...defaultSettings, country: 'US' } }));
  await host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'City' })).toBeHidden();
  await dialog(page).getByRole('button', { name: 'More choices' }).click();
  await dialog(page).getByRole('textbox', { name: 'Area code' }).fill('512');
  await dialog(page).getByRole('textbox', { name: 'City' }).fill('Austin');
  await dialog(page).getByRole('checkbox', { name: 'MMS' }).check();
  await dialog(page).getByRole('switch', { name: 'Always a fresh number' }).check();
  await dialog(page).getByRole('textbox', { name: 'Service' }).fill('GitHub');
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect(dialog(page)).toBeHidden();
  const wishes = { areaCode: '512', locality: 'Austin', capabilities: ['mms'], fresh: true, service: 'GitHub' };
  expect(await host.inputs('leases.start')).toMatchObject([{ country: 'US', ...wishes }]);
});

test('the defaults take a policy, a pool with its price, and what happens at quitting', async ({ page, open }) => {
  const host = await open(exampleState({ settings: { ...defaultSettings, country: 'US' } }));
  await offer(host, '2026-03-02T10:00:00Z');
  await page.getByRole('link', { name: 'Settings' }).click();
  const defaults = page.getByRole('region', { name: 'Defaults' });
  await defaults.getByRole('radio', { name: 'Keep until the next bill' }).check();
  await expect(defaults.getByText('$1.15 a month for each')).toBeVisible();
  await defaults.getByRole('textbox', { name: 'Pool size' }).fill('3');
  await expect(defaults.getByText('3 × $1.15 a month')).toBeVisible();
  // Numbers are bought for it: leaving the field is not enough.
  await defaults.getByRole('textbox', { name: 'Pool size' }).blur();
  expect(await host.inputs('settings.update')).toEqual([{ policy: 'renewal' }]);
  await defaults.getByRole('button', { name: 'Set pool size' }).click();
  await defaults.getByRole('combobox', { name: 'When I quit with running leases' }).selectOption('Keep their numbers');
  const saved = [{ policy: 'renewal' }, { poolSize: 3 }, { onQuit: 'keep' }];
  await expect.poll(() => host.inputs('settings.update')).toEqual(saved);
});

test('papers are chosen by country, and sent as a whole', async ({ page, open }) => {
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
  const host = await open(exampleState());
  await host.answer('papers.list', { ok: true, value: papers });
  await page.getByRole('link', { name: 'Settings' }).click();
  const germany = page.getByRole('group', { name: 'Germany' });
  await expect(germany.getByRole('option', { name: 'German mobile (pending-review)' })).toBeDisabled();
  await germany.getByRole('combobox', { name: 'Bundle' }).selectOption('German mobile');
  await expect(germany.getByText('Saved')).toBeVisible();
  await germany.getByRole('combobox', { name: 'Address' }).selectOption(addressSid);
  await germany.getByRole('textbox', { name: 'Identity SID' }).fill('RI1');
  await germany.getByRole('textbox', { name: 'Identity SID' }).blur();
  await expect(germany.getByText('An Identity SID is RI followed by')).toBeVisible();
  expect(await host.inputs('settings.update')).toEqual([
    { papers: { DE: { bundleSid, addressSid: null, identitySid: null } } },
    { papers: { DE: { bundleSid, addressSid, identitySid: null } } },
  ]);
});

test('a country is added to the papers', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  await expect(page.getByText('There are no bundles and no addresses')).toBeVisible();
  await page.getByRole('combobox', { name: 'Add a country' }).click();
  await page.getByRole('option', { name: 'Austria' }).click();
  await expect(page.getByRole('group', { name: 'Austria' })).toBeVisible();
});
