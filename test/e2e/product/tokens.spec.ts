import { expect, test } from './product.ts';

test('a pipeline gets a token of its own in Settings, takes a number with it, and is refused once it is removed', async ({
  start,
}) => {
  const { page, ui, readClipboard } = await start();
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Named tokens' }).click();
  await page.getByRole('button', { name: 'New token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('web-ci');
  await dialog.getByRole('textbox', { name: 'Numbers at once' }).fill('2');
  await dialog.getByRole('button', { name: 'Make token' }).click();
  await dialog.getByRole('button', { name: 'Copy token' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const token = await readClipboard();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await page.content()).toContain(token);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  expect(await page.content()).not.toContain(token);

  const call = (method: string, path: string, body?: object) =>
    fetch(new URL(path, ui ?? ''), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  expect((await call('POST', '/v1/leases', { country: 'US', ttlSeconds: 600 })).status).toBe(201);
  await expect(page.getByText('1 of 2 numbers in use')).toBeVisible();

  await page.getByRole('button', { name: 'Remove… web-ci' }).click();
  await expect(dialog.getByText('its number ends by its policy')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove token' }).click();
  await expect(page.getByText('No tokens yet.')).toBeVisible();
  expect((await call('GET', '/v1/leases')).status).toBe(401);
});
