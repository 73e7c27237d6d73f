import { expect, finishSetup, giveBack, takeNumber, test, type Host } from './product.ts';

const hosts: Host[] = ['browser', 'desktop'];

for (const host of hosts) {
  test.describe(`the main job (${host})`, () => {
    test.use({ host });

    test('in the demo: a number, a code, the clipboard, and the number goes back by itself', async ({ start }) => {
      const product = await start();
      const { page } = product;
      await page.getByRole('button', { name: 'Try the demo' }).click();
      await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByText('This is the demo')).toBeVisible();
      for (const place of ['Settings', 'Inbox', 'Numbers']) {
        await page.getByRole('link', { name: place, exact: true }).click();
        await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
      }

      const newNumber = page.getByRole('button', { name: 'New number' });
      await newNumber.click();
      const card = await takeNumber(page, { label: 'Sign-up test', seconds: 90 });
      await expect(card).toHaveAttribute('data-lease-state', 'active');
      await expect(card.getByRole('timer')).toHaveText(/^[01]:\d\d$/);
      const [kept, ...others] = await product.ownedNumbers();
      expect([kept !== undefined, others]).toEqual([true, []]);

      const code = card.getByTestId('code');
      await expect(code).toHaveText(/^\d{6}$/);
      await card.getByRole('button', { name: 'Copy code' }).click();
      await expect.poll(() => product.readClipboard()).toBe(await code.textContent());

      await newNumber.click();
      await takeNumber(page, { label: 'Short test', seconds: 10 });
      await expect(page.getByText('Given back')).toBeVisible({ timeout: 30_000 });
      expect((await product.ownedNumbers()).map(({ number }) => number)).toEqual([kept?.number]);
    });

    test('on an own account: credentials are checked, a country without numbers leads to one that has some, a signed SMS shows its code, a forged one leaves no trace', async ({
      startOnEmulator,
      emulator,
    }) => {
      emulator.setFaults({ noNumbers: ['IN'] });
      const product = await startOnEmulator();
      const { page } = product;
      await page.getByRole('textbox', { name: 'Account SID' }).fill(emulator.accountSid);
      await page.getByLabel('Auth Token').fill('0'.repeat(32));
      await page.getByRole('button', { name: 'Connect' }).click();
      await expect(page.getByText('Twilio does not accept these credentials.')).toBeVisible();
      await page.getByLabel('Auth Token').fill(emulator.authToken);
      await page.getByRole('button', { name: 'Connect' }).click();
      await finishSetup(page);

      await expect(page.getByText('Twilio often has none in India.')).toBeVisible();
      await page.getByRole('button', { name: 'Use United States' }).click();
      await expect(page.getByRole('button', { name: 'Take number · $1.15' })).toBeVisible();
      const card = await takeNumber(page, { label: 'Checkout', seconds: 120 });
      await expect(card).toHaveAttribute('data-lease-state', 'active');
      const [owned] = await product.ownedNumbers();
      const to = owned?.number ?? '';

      const forged = new URLSearchParams({
        AccountSid: emulator.accountSid,
        MessageSid: `SM${'0'.repeat(32)}`,
        From: '+12025550100',
        To: to,
        Body: 'Your code is 666666',
      });
      const refused = await fetch(product.webhook, {
        method: 'POST',
        body: forged,
        headers: { 'x-twilio-signature': 'bm90IHNpZ25lZA==' },
      });
      expect(refused.status).toBe(403);

      const { delivered } = await emulator.sendSms({ to, from: 'Lumora', body: 'Your Lumora code is 482913' });
      expect(delivered.map(({ status }) => status)).toEqual([200]);
      await expect(card.getByTestId('code')).toHaveText('482913');
      await expect(page.getByText('666666')).toHaveCount(0);

      await giveBack(page);
      await expect(page.getByText('Given back')).toBeVisible();
      expect(emulator.state().released).toHaveLength(1);
      expect(await product.ownedNumbers()).toEqual([]);
    });
  });
}
