import { describe, expect } from 'vitest';
import { NoMessageError, OtpDock } from '../../electron/client/client.ts';
import { otpDockTasks } from '../../electron/client/cypress.ts';
import { phoneFixtures } from '../../electron/client/playwright.ts';
import { it as base } from '../headless/harness.ts';

/** Each test may have a script's client of its own host, a lease that it took, and send an SMS to its number. */
const it = base
  .extend('dock', ({ own }) => new OtpDock({ dataDir: own.dataDir }))
  .extend('taken', ({ dock }) => dock.lease({ country: 'US', type: 'local', ttlSeconds: 600, policy: 'keep' }))
  .extend('sms', ({ emulator, taken }) => (body: string, from = '+12025550123') => {
    return emulator.sendSms({ to: taken.number, body, from });
  });

/** NoCodeError is one of them. */
const errorOf = (promise: Promise<unknown>): Promise<NoMessageError> =>
  promise.then(
    () => expect.unreachable('It did not fail.'),
    (thrown: unknown) => (expect(thrown).toBeInstanceOf(NoMessageError), thrown as NoMessageError),
  );

describe('a script that waits by number', () => {
  it('gets what came just before it asked, but neither what was there before nor anything twice', async ({
    own,
    taken,
    sms,
  }) => {
    const to = taken.number;
    await sms('Your code is 111111');
    const dock = new OtpDock({ dataDir: own.dataDir });
    await sms('Your code is 222222');
    expect(await dock.code({ to })).toMatchObject({ code: '222222', message: { to } });
    const next = dock.code({ to, timeoutSeconds: 20 });
    await sms('Your code is 333333');
    expect((await next).code).toBe('333333');
    await sms('Your code is 444444');
    dock.countFromNow();
    const last = dock.code({ to });
    await sms('Your code is 555555');
    expect((await last).code).toBe('555555');
    expect((await dock.code({ to, contains: '111', after: new Date(0) })).code).toBe('111111');
  });

  it('goes on when the lease is over, and when the last message was deleted', async ({ own, dock, taken, sms }) => {
    const to = taken.number;
    await sms('one');
    const one = await dock.waitForMessage({ to });
    await taken.release();
    await own.call('DELETE', `/v1/messages/${one.sid}`);
    const waiting = dock.waitForMessage({ to });
    await dock.health();
    await sms('two');
    expect(await waiting).toMatchObject({ body: 'two', to });
  });

  it('is told when the last message is from before', async ({ own, taken, sms }) => {
    await sms('Your code is 111111');
    const dock = new OtpDock({ dataDir: own.dataDir });
    const error = await errorOf(dock.code({ to: taken.number, timeout: 0 }));
    expect(error).toMatchObject({ code: 'NO_CODE', messages: [] });
    expect(error.message).toMatch(/^No code came within 0 seconds\. The newest SMS to \+1\d+ is from before, .*111111/);
  });

  it.for(['4155550100', 'Lumora', ''])('that is “%s” is refused', async (to, { dock }) => {
    await expect(dock.code({ to })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/to/),
    });
  });
});

describe('a script that waits for messages', () => {
  it('gets each once, in the order in which they came', async ({ taken: lease, sms }) => {
    for (const body of ['one', 'Your code is 222222', 'three']) await sms(body);
    expect((await lease.waitForMessage()).body).toBe('one');
    expect((await lease.waitForCode()).code).toBe('222222');
    expect((await lease.waitForMessage()).body).toBe('three');
    const next = lease.waitForMessage();
    await sms('four');
    expect((await next).body).toBe('four');
  });

  it('gets only those that are meant', async ({ taken: lease, sms }) => {
    await sms('from a number: code 111111');
    await sms('from Lumora: code 222222', 'Lumora');
    expect((await lease.waitForCode({ from: 'lumora' })).code).toBe('222222');
    const error = await errorOf(lease.waitForMessage({ contains: 'welcome', after: new Date(0), timeout: 0 }));
    expect(error).toMatchObject({ code: 'NO_MESSAGE', messages: [{ from: 'Lumora' }, {}] });
    expect(error.message).toMatch(/^No message came .* 2 messages came, but no message that was meant; .* from Lumora/);
  });

  it('is told when the lease ends meanwhile', async ({ dock, taken: lease }) => {
    const waiting = errorOf(lease.waitForMessage());
    await dock.health();
    await lease.release();
    expect(await waiting).toMatchObject({ name: 'NoMessageError', code: 'LEASE_ENDED', retryable: false });
  });
});

describe('a script that waits for a link', () => {
  it('gets the first one that is meant, whichever message has it', async ({ dock, taken: lease, sms }) => {
    await sms('Hello');
    await sms('Help: https://lumora.example/help Confirm: https://lumora.example/c/1');
    expect(await lease.waitForLink()).toMatchObject({ link: 'https://lumora.example/help' });
    await sms('Confirm: https://lumora.example/c/2');
    const to = lease.number;
    expect((await dock.waitForLink({ to, matching: '/c/' })).link).toBe('https://lumora.example/c/1');
    expect((await dock.waitForLink({ to, matching: /\/c\/\d$/g })).link).toBe('https://lumora.example/c/2');
    const none = await errorOf(dock.waitForLink({ to, timeout: 0, after: new Date(0), matching: 'nothing' }));
    expect(none.message).toMatch(/^No link came within 0 seconds\./);
  });
});

it('the tasks for Cypress wait by number as well, and for messages and links', async ({ own, taken, sms }) => {
  const to = taken.number;
  await sms('Your code is 111111');
  const tasks = otpDockTasks({ dataDir: own.dataDir });
  await sms('Your code is 222222');
  expect(await tasks['otpDock:code']({ to, timeout: 5_000 })).toMatchObject({ code: '222222' });
  await sms('See https://lumora.example/c/3');
  expect(await tasks['otpDock:link']({ to, matching: '/c/' })).toMatchObject({ link: 'https://lumora.example/c/3' });
  expect(await tasks['otpDock:message']({ id: taken.id, contains: 'See' })).toMatchObject({ code: null });
  await sms('left behind');
  await tasks['otpDock:releaseAll']();
  await expect(tasks['otpDock:message']({ to, timeoutSeconds: 0 })).rejects.toMatchObject({ code: 'NO_MESSAGE' });
});

it('a Playwright test counts only what comes during it', async ({ dock, taken, sms }) => {
  await sms('of the test before');
  const [fixture] = phoneFixtures.otpDockFromNow as unknown as [(...given: unknown[]) => Promise<void>];
  await fixture({ otpDock: dock }, async () => {
    await sms('of this test');
    expect((await dock.waitForMessage({ to: taken.number })).body).toBe('of this test');
  });
});
