import { expect, it } from 'vitest';
import { accountAccepted } from '../../electron/headless/account.ts';
import { FakeTelephony, unreachable } from '../fakes/fakeTelephony.ts';
import { startCore } from '../support/coreApp.ts';

it('an account that Twilio accepts is waited for, also through an outage', async () => {
  const twilio = new FakeTelephony();
  twilio.failNext('account', unreachable());
  // A failed call is asked about once more.
  twilio.failNext('account', unreachable());
  const { app, clock } = await startCore({ twilio });
  expect(app.state().account.kind).toBe('failed');
  const accepted = accountAccepted(app, clock);
  await clock.advance(20_000);
  await accepted;
  await accountAccepted(app, clock);
  await app.stop();
  expect(clock.waiting).toBe(0);
});

it('Twilio is waited for half a minute', async () => {
  const twilio = new FakeTelephony();
  twilio.hold('account');
  const { app, clock } = await startCore({ twilio });
  const outcome = accountAccepted(app, clock).catch((thrown: unknown) => thrown);
  await clock.advance(30_000);
  expect(await outcome).toMatchObject({ failure: { code: 'TWILIO_UNREACHABLE', retryable: true } });
});
