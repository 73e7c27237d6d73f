import { expect, test } from 'otp-dock/playwright';

// Without a browser, and many at once: each test has a number of its own, and its own code.
const count = Number(process.env.SIGN_UPS ?? 6);

for (let n = 1; n <= count; n += 1)
  test(`sign-up ${n} by the API`, async ({ request, phone }) => {
    await request.post('/sign-up', { form: { phone: phone.number } });
    const { code } = await phone.waitForCode();
    await expect(await request.post('/verify', { form: { phone: phone.number, code } })).toBeOK();
  });
