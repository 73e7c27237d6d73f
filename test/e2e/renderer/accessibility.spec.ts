import { defaultSettings, firstSettings } from '../../../electron/contract/settings.ts';
import { iso } from '../../../electron/contract/time.ts';
import {
  exampleDiagnosis,
  exampleLease,
  exampleMessage,
  exampleNow,
  exampleReception,
  exampleSelfTest,
  exampleState,
} from '../../fakes/appState.ts';
import { entries, full, limited, noAccount, owned, papers, problem } from '../../fakes/scenes.ts';
import { expectNoSideways, expectNoViolations } from '../support/accessible.ts';
import { expect, test } from '../support/rendererTest.ts';

// The longest file by far: its tests are shared out among the workers.
test.describe.configure({ mode: 'parallel' });

test('nothing is cut off at 320 px, which is 640 px at 200 % zoom', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const host = await open(full);
  await host.own(owned);
  for (const place of ['Inbox', 'Settings', 'Numbers'] as const) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect(page.getByRole('heading', { name: place, exact: true })).toBeVisible();
    await expectNoSideways(page);
  }
  await page.getByRole('button', { name: 'On your account' }).click();
  await expect(page.getByRole('button', { name: /^Take over/ })).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'More choices' }).click();
  await expect(page.getByRole('button', { name: 'Take number' })).toBeVisible();
  await expectNoSideways(page);
});

// Both themes and both layouts; a rule that is broken in one of the other two pairs is broken in one of these.
for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1100 },
  { colorScheme: 'dark', width: 480 },
] as const) {
  test.describe(`${colorScheme}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });
    test.afterEach(async ({ page }) => {
      await expectNoSideways(page);
      await expectNoViolations(page);
    });

    test('first run, with a failure', async ({ page, open }) => {
      const host = await open(noAccount);
      const twilio = { code: 20003, status: 401, message: 'Authenticate', moreInfo: 'https://example.com/20003' };
      await host.answer('account.connect', { ok: false, error: { ...problem, twilio } });
      await page.getByRole('textbox', { name: 'Account SID' }).fill(`AC${'0'.repeat(32)}`);
      await page.getByLabel('Auth Token').fill('0'.repeat(32));
      await page.getByRole('button', { name: 'Connect' }).click();
      await expect(page.getByText('Authenticate')).toBeVisible();
    });

    test('first run, its steps one after the other', async ({ page, open }) => {
      const tunnel = { kind: 'ngrok', state: 'failed', url: null, problem } as const;
      const host = await open(exampleState({ settings: firstSettings, tunnel }));
      await host.answer('reception.test', { ok: true, value: exampleSelfTest() });
      await expect(page.getByRole('main').getByText('Twilio accepts these credentials')).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Connect the tunnel' }).click();
      await expect(page.getByText('ngrok refused the token.')).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('radio', { name: 'Through your own URL' }).check();
      await page.getByRole('textbox', { name: 'Public URL' }).fill('https://hooks.example');
      await page.getByRole('button', { name: 'Check the address' }).click();
      await expect(page.getByRole('list', { name: 'Result of the test' })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByText('$1.15').first()).toBeVisible();
    });

    test('a token that was revoked while a lease runs', async ({ page, open }) => {
      const error = { ...problem, code: 'INVALID_CREDENTIALS', retryable: false } as const;
      await open(exampleState({ leases: [exampleLease()], account: { kind: 'failed', sid: 'AC1', error } }));
      await expect(page.getByRole('button', { name: 'Connect again' })).toBeVisible();
    });

    test('account that cannot be reached', async ({ page, open }) => {
      await open(exampleState({ account: { kind: 'failed', sid: 'AC1', error: problem } }));
      await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    });

    test('numbers, none yet', async ({ page, open }) => {
      await open(exampleState());
      await expect(page.getByText('No number yet')).toBeVisible();
    });

    test('numbers in every state, and a failure', async ({ page, open }) => {
      await open(full);
      await expect(page.getByRole('article')).toHaveCount(6);
      await page.getByRole('button', { name: 'Extend by 60 seconds' }).first().click();
      await expect(page.getByText('There is no such thing here.')).toBeVisible();
      await expect(page.locator('.mantine-Notification-root')).toHaveCSS('opacity', '1');
    });

    test('new number dialog, with nothing to be had', async ({ page, open }) => {
      await open(exampleState());
      await page.getByRole('button', { name: 'New number' }).click();
      await expect(page.getByRole('button', { name: 'Use Canada' })).toBeVisible();
      await expect(page.getByRole('dialog', { name: 'New number' })).toHaveCSS('opacity', '1');
    });

    test('numbers on the account in every state, and what is asked about them', async ({ page, open }) => {
      const host = await open(limited);
      await host.own(owned);
      await page.getByRole('button', { name: 'On your account' }).click();
      await expect(page.getByRole('list', { name: 'On your account' }).getByRole('listitem')).toHaveCount(5);
      await expectNoSideways(page);
      await expectNoViolations(page);
      for (const name of ['Give back (415) 555-0150…', 'Take over (415) 555-0154…']) {
        await page.getByRole('button', { name }).click();
        await expect(page.getByRole('dialog')).toHaveCSS('opacity', '1');
        await expectNoViolations(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
    });

    test('new number dialog, with everything that can be asked for', async ({ page, open }) => {
      const idle = [{ country: 'US', type: 'local', policy: 'keep', count: 1 } as const];
      await open(exampleState({ idle, settings: { ...defaultSettings, country: 'US' } }));
      await page.getByRole('button', { name: 'New number' }).click();
      const dialog = page.getByRole('dialog', { name: 'New number' });
      await expect(dialog.getByText('this lease costs nothing')).toBeVisible();
      await expect(dialog).toHaveCSS('opacity', '1');
      await expectNoViolations(page);
      await dialog.getByRole('button', { name: 'More choices' }).click();
      await dialog.getByRole('switch').check();
      await expect(dialog.getByRole('textbox', { name: 'Service' })).toBeVisible();
    });

    test('settings, with papers, figures and a ledger', async ({ page, open }) => {
      const host = await open(limited);
      await host.answer('papers.list', { ok: true, value: papers });
      await host.answer('ledger.list', { ok: true, value: { entries, next: null } });
      await page.getByRole('link', { name: 'Settings' }).click();
      await expect(page.getByRole('group', { name: 'Germany' })).toBeVisible();
      await expect(page.getByRole('row', { name: 'Bought' }).first()).toBeVisible();
      await expect(page.getByText('none: no number is kept')).toBeVisible();
      await page.getByRole('textbox', { name: 'Limit per day' }).fill('much');
      await page.getByRole('textbox', { name: 'Limit per day' }).blur();
      await expect(page.getByText('An amount such as 5 or 12.50.')).toBeVisible();
    });

    test('a late SMS, with what to check', async ({ page, open }) => {
      const lease = exampleLease({ startedAt: iso(exampleNow) });
      const tunnel = { kind: 'ngrok', state: 'degraded', url: null, problem } as const;
      const host = await open(exampleState({ leases: [lease], polling: true, tunnel }));
      await host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
      await page.clock.fastForward(31_000);
      await expect(page.getByText('The tunnel is down.')).toBeVisible();
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect(page.getByRole('article').getByText('Nothing new at Twilio')).toBeVisible();
    });

    test('reception health, with the result of a test', async ({ page, open }) => {
      const refused = { ...exampleReception().refused, signature: 2, notStored: 1 };
      const host = await open(exampleState({ reception: exampleReception({ refused }) }), 'settings');
      await host.answer('reception.test', { ok: true, value: exampleSelfTest() });
      await page.getByRole('button', { name: 'Test the webhook' }).click();
      await expect(page.getByRole('list', { name: 'Result of the test' }).getByRole('listitem')).toHaveCount(3);
    });

    test('inbox', async ({ page, open }) => {
      await open(full, 'inbox');
      await expect(page.getByRole('article')).toHaveCount(2);
    });

    test('inbox, with filters open and a message that came for no lease', async ({ page, open }) => {
      await open({ ...full, messages: [exampleMessage({ leaseId: null }), ...full.messages.slice(1)] }, 'inbox');
      await page.getByRole('checkbox', { name: 'No lease only' }).check();
      await expect(page.getByRole('article')).toHaveCount(1);
      await page.getByRole('button', { name: 'No lease' }).hover();
      await expect(page.getByRole('tooltip')).toHaveCSS('opacity', '1');
      await expectNoViolations(page);
      await page.getByRole('combobox', { name: 'Number' }).click();
      await expect(page.getByRole('option')).toHaveCount(1);
    });

    test('inbox, with nothing found', async ({ page, open }) => {
      await open(full, 'inbox');
      await page.getByRole('searchbox').fill('nothing like it');
      await expect(page.getByText('No message matches')).toBeVisible();
    });

    test('inbox, with the reasons', async ({ page, open }) => {
      await open(full, 'inbox');
      await page.getByRole('button', { name: 'Why?' }).first().click();
      await expect(page.getByRole('table')).toBeVisible();
    });

    test('a text that is tried, with rules', async ({ page, open }) => {
      await open(full, 'settings');
      await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, 112233 in 2026');
      await expect(page.getByRole('table')).toBeVisible();
      await page.getByRole('button', { name: 'Delete Acme' }).click();
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
      await expect(page.locator('.mantine-Notification-root')).toHaveCSS('opacity', '1');
    });

    test('teaching the code, both steps', async ({ page, open }) => {
      const host = await open(full, 'settings');
      await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, made in 2026');
      await page.getByRole('button', { name: 'Teach the code…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Teach the code' });
      await dialog.getByRole('button', { name: 'Mark 481920' }).click();
      await expect(dialog.locator('mark')).toBeVisible();
      await expect(dialog).toHaveCSS('opacity', '1');
      await expectNoViolations(page);
      await host.answer('settings.update', { ok: false, error: { ...problem, code: 'INVALID_INPUT' } });
      await dialog.getByRole('button', { name: 'Propose a rule' }).click();
      await dialog.getByRole('button', { name: 'Save rule' }).click();
      await expect(dialog.getByText('ngrok refused the token.')).toBeVisible();
    });

    test('settings, with an error', async ({ page, open }) => {
      await open(full, 'settings');
      await page.getByRole('textbox', { name: 'Public URL' }).fill('nowhere');
      await page.getByRole('textbox', { name: 'Public URL' }).blur();
      await expect(page.getByText('Give the address alone')).toBeVisible();
    });
  });
}
