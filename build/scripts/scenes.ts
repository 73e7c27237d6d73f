import type { Page } from 'playwright';
import { settingsSections } from '../../electron/contract/commands.ts';
import { defaultSettings, firstSettings } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { iso } from '../../electron/contract/time.ts';
import type { Host } from './screenHost.ts';
import {
  exampleDesktop,
  exampleDiagnosis,
  exampleLease,
  exampleNow,
  exampleReception,
  exampleSelfTest,
  exampleState,
} from '../../test/fakes/appState.ts';
import {
  captured,
  entries,
  full,
  limited,
  manyLeases,
  manyMessages,
  noAccount,
  owned,
  papers,
  problem,
  shared,
} from '../../test/fakes/scenes.ts';

export interface Scene {
  name: string;
  state: AppState;
  place?: string;
  locale?: string;
  /** Shows the whole page, from top to bottom, not only what fits in the window. */
  isWhole?: boolean;
  act?(page: Page, host: Host): Promise<void>;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const available = ['+14155550101', '+14155550102', '+14155550103'].map((phoneNumber) => ({
  phoneNumber,
  friendlyName: phoneNumber,
  locality: 'San Francisco',
  region: 'CA',
  country: 'US',
  type: 'local' as const,
  capabilities: { sms: true, mms: true, voice: true },
}));
const found = { numbers: available, monthlyPrice: { amount: '1.15', currency: 'USD' }, priceAsOf: iso(exampleNow) };
const inUse = { ...exampleState(), leases: manyLeases(6), messages: manyMessages(40) };
const american = { ...defaultSettings, country: 'US' };
const late = exampleLease({ startedAt: iso(exampleNow), expiresAt: iso(exampleNow + 60_000) });

/** Every screen, in every designed state. */
export const scenes: Scene[] = [
  { name: 'first-run-1', state: noAccount },
  {
    name: 'first-run-1-refused',
    state: noAccount,
    act: async (page, host) => {
      const twilio = { code: 20003, status: 401, message: 'Authenticate', moreInfo: 'https://example.com/20003' };
      await host.answer('account.connect', { ok: false, error: { ...problem, code: 'INVALID_CREDENTIALS', twilio } });
      await page
        .getByRole('textbox')
        .first()
        .fill(`AC${'0'.repeat(32)}`);
      await page.locator('input[type=password]').fill('0'.repeat(32));
      await page.locator('button[type=submit]').click();
      await page.getByText('Authenticate').waitFor();
    },
  },
  { name: 'first-run-1-connected', state: exampleState({ settings: firstSettings }) },
  {
    name: 'first-run-2',
    state: exampleState({ settings: { ...firstSettings, setup: 'reception' } }),
    isWhole: true,
  },
  { name: 'first-run-3', state: exampleState({ settings: { ...firstSettings, setup: 'leaseEnd' } }), isWhole: true },
  { name: 'numbers-none', state: exampleState() },
  { name: 'numbers', state: inUse },
  { name: 'numbers-every-state', state: full, isWhole: true },
  { name: 'numbers-200', state: { ...exampleState(), leases: manyLeases(200) } },
  {
    name: 'numbers-late',
    state: exampleState({
      leases: [late],
      polling: true,
      tunnel: { kind: 'ngrok', state: 'degraded', url: null, problem },
    }),
    isWhole: true,
    act: async (page, host) => {
      await host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
      await page.clock.fastForward(31_000);
      await button(page, 'What to check').click();
      await page.getByText('The tunnel is down.').waitFor();
    },
  },
  {
    name: 'numbers-owned',
    state: limited,
    isWhole: true,
    act: async (page, host) => {
      await host.own(owned);
      await button(page, 'On your account').click();
      await page
        .getByRole('button', { name: /^Take over/ })
        .first()
        .waitFor();
    },
  },
  { name: 'numbers-shared', state: shared, isWhole: true },
  {
    name: 'numbers-give-back',
    state: { ...inUse, leases: inUse.leases.slice(0, 3) },
    act: async (page) => {
      await button(page, 'Give back').click();
      await button(page, 'Undo').waitFor();
    },
  },
  { name: 'numbers-end-all', state: inUse, act: async (page) => button(page, 'Give back all').click() },
  {
    name: 'new-number',
    state: exampleState({ settings: american }),
    act: async (page, host) => {
      await host.answer('numbers.search', { ok: true, value: found });
      await button(page, 'New number').click();
      await button(page, 'More options').click();
      await page.getByText('numbers available').waitFor();
    },
  },
  {
    name: 'new-number-none',
    state: exampleState(),
    act: async (page) => {
      await button(page, 'New number').click();
      await button(page, 'Use Canada').waitFor();
    },
  },
  {
    name: 'new-number-countries',
    state: exampleState({ settings: american }),
    act: async (page, host) => {
      await host.answer('numbers.search', { ok: true, value: found });
      await button(page, 'New number').click();
      await page.getByRole('combobox', { name: 'Country' }).click();
      await page.getByRole('combobox', { name: 'Country' }).fill('in');
      await page.getByRole('option', { name: 'India', exact: true }).waitFor();
    },
  },
  {
    name: 'account-revoked',
    state: {
      ...inUse,
      account: { kind: 'failed', sid: 'AC1', error: { ...problem, code: 'INVALID_CREDENTIALS', retryable: false } },
    },
  },
  { name: 'account-unreachable', state: { ...inUse, account: { kind: 'failed', sid: 'AC1', error: problem } } },
  {
    name: 'tunnel-down',
    state: { ...inUse, polling: true, tunnel: full.tunnel },
  },
  { name: 'inbox', state: inUse, place: 'inbox' },
  {
    name: 'palette',
    state: inUse,
    act: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'inbox-empty', state: exampleState(), place: 'inbox' },
  {
    name: 'inbox-why',
    state: full,
    place: 'inbox',
    act: async (page) => {
      await button(page, 'Details').click();
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'inbox-nothing-found',
    state: inUse,
    place: 'inbox',
    act: async (page) => {
      await page.getByRole('searchbox').fill('nothing like it');
      await page.getByText('No messages found').waitFor();
    },
  },
  {
    name: 'spending',
    state: limited,
    act: async (page, host) => {
      await host.answer('ledger.list', { ok: true, value: { entries, next: null } });
      await page.getByRole('link', { name: 'Spending' }).click();
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'papers',
    state: limited,
    act: async (page, host) => {
      await host.answer('papers.list', { ok: true, value: papers });
      await page.evaluate(() => void (location.hash = 'papers'));
      await page.getByRole('group', { name: 'Germany' }).waitFor();
    },
  },
  ...settingsSections.map((page) => ({
    name: `settings-${page}`,
    state: { ...limited, desktop: exampleDesktop },
    place: `settings/${page}`,
  })),
  {
    name: 'settings-health-tested',
    state: { ...limited, reception: exampleReception({ accepted: 12, lastWebhookAt: iso(exampleNow - 4000) }) },
    place: 'settings/health',
    act: async (page, host) => {
      await host.answer('reception.test', { ok: true, value: exampleSelfTest() });
      await button(page, 'Test the webhook').click();
      await page.getByRole('list', { name: 'Test result' }).waitFor();
    },
  },
  {
    name: 'settings-codes-tried',
    state: full,
    place: 'settings/codes',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, 112233 in 2026');
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'teach',
    state: full,
    place: 'settings/codes',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, made in 2026');
      await button(page, 'Mark the code').click();
      await button(page, 'Select 481920').click();
      await page.locator('dialog mark, [role=dialog] mark').waitFor();
    },
  },
  {
    name: 'shortcuts',
    state: inUse,
    act: async (page) => {
      await button(page, 'Keyboard shortcuts').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'closing',
    state: {
      ...inUse,
      desktop: { ...exampleDesktop, closing: true },
    },
  },
  { name: 'captured-inbox', state: captured, place: 'inbox' },
  { name: 'captured-numbers', state: captured },
  {
    name: 'captured-inbox-opened',
    state: captured,
    place: 'inbox',
    act: async (page) => {
      for (const index of [0, 1]) await page.getByRole('button', { name: 'Details' }).nth(index).click();
    },
  },
  { name: 'hindi-captured-inbox', state: captured, place: 'inbox', locale: 'hi-IN' },
  { name: 'hindi-numbers', state: inUse, locale: 'hi-IN' },
  { name: 'hindi-inbox', state: inUse, place: 'inbox', locale: 'hi-IN' },
  { name: 'hindi-settings', state: limited, place: 'settings', locale: 'hi-IN', isWhole: true },
  { name: 'hindi-first-run', state: noAccount, locale: 'hi-IN' },
];
