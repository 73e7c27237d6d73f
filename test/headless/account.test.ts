import { expect, it } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { accountAccepted } from '../../electron/headless/account.ts';
import { FakeTelephony, unreachable } from '../fakes/fakeTelephony.ts';
import { startCore } from '../support/coreApp.ts';

const caught = (thrown: unknown) => thrown;
const refused = () => plainError('INVALID_CREDENTIALS', 'Twilio does not accept these credentials.', 'Check them.');

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

it('credentials that are refused, or missing, are told at once', async () => {
  const twilio = new FakeTelephony();
  twilio.failNext('account', refused());
  const wrong = await startCore({ twilio });
  expect(await accountAccepted(wrong.app, wrong.clock).catch(caught)).toMatchObject({
    failure: { code: 'INVALID_CREDENTIALS' },
  });
  const none = await startCore({ environment: { credentials: null } });
  expect(await accountAccepted(none.app, none.clock).catch(caught)).toMatchObject({
    failure: { code: 'NOT_CONNECTED', hint: expect.toSay('TWILIO_ACCOUNT_SID') },
  });
});

it('Twilio is waited for half a minute', async () => {
  const twilio = new FakeTelephony();
  twilio.hold('account');
  const { app, clock } = await startCore({ twilio });
  const outcome = accountAccepted(app, clock).catch(caught);
  await clock.advance(30_000);
  expect(await outcome).toMatchObject({ failure: { code: 'TWILIO_UNREACHABLE', retryable: true } });
});
