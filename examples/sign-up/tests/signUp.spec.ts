import { expect, test } from 'otp-dock/playwright';

test('a new user signs up with the code from the SMS', async ({ page, phone }) => {
  await page.goto('/');
  await page.getByLabel('Phone number').fill(phone.number);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const { code } = await phone.waitForCode();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Lumora' })).toBeVisible();
});

test('who asks for another code gets in with the second one', async ({ page, phone }) => {
  await page.goto('/');
  await page.getByLabel('Phone number').fill(phone.number);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await phone.waitForCode();
  await page.getByRole('button', { name: 'Send another code' }).click();
  const { code } = await phone.waitForCode();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Lumora' })).toBeVisible();
});

test('a wrong code lets nobody in', async ({ page, phone }) => {
  await page.goto('/');
  await page.getByLabel('Phone number').fill(phone.number);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const { code } = await phone.waitForCode();
  await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toHaveText('That is not the code.');
});

test('two people, each with a number of their own', async ({ request, phone, otpDock, phoneOptions }) => {
  await using second = await otpDock.lease({ ...phoneOptions, label: 'the other one' });
  for (const { number } of [phone, second]) await request.post('/sign-up', { form: { phone: number } });
  const [mine, theirs] = await Promise.all([phone.waitForCode(), second.waitForCode()]);
  await expect(await request.post('/verify', { form: { phone: phone.number, code: mine.code } })).toBeOK();
  await expect(await request.post('/verify', { form: { phone: second.number, code: theirs.code } })).toBeOK();
});
