import { inspect } from 'node:util';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { noLongerActive } from '../../../electron/adapters/postgres/errors.ts';
import { toAppError } from '../../../electron/adapters/twilio/errors.ts';
import { byCode } from '../../../electron/adapters/twilio/explanations.ts';
import { createTelephony } from '../../../electron/adapters/twilio/telephony.ts';
import { codeOf } from '../../support/failures.ts';
import type { AppError } from '../../../electron/contract/errors.ts';
import {
  accountForTest,
  appErrorOf,
  emulatorForTest,
  failureOf,
  freePort,
  json,
  serverForTest,
  someAccount,
  telephonyAt,
  telephonyFor,
} from '../harness.ts';

const order = { phoneNumber: '+14155550100', friendlyName: 'otp-dock lease-1', smsUrl: null, papers: null };

/** Everything of an error that could end up in a log, an answer or a bug report. */
function everything(error: AppError): string {
  return [
    JSON.stringify(error.failure),
    JSON.stringify(error),
    inspect(error, { depth: 20, showHidden: true }),
    error.stack,
  ].join('\n');
}

function expectNoSecret(error: AppError, accountSid: string, authToken: string): void {
  expect(everything(error)).not.toContain(authToken);
  expect(everything(error)).not.toContain(Buffer.from(`${accountSid}:${authToken}`).toString('base64'));
}

it('wrong credentials are called so, with Twilio’s own words and its page, and without the token', async () => {
  const emulator = await emulatorForTest();
  const authToken = 'deadbeef'.repeat(4);
  const error = await appErrorOf(telephonyFor({ ...emulator, authToken }).account());
  const moreInfo = 'https://www.twilio.com/docs/errors/20003';
  const twilio = { code: 20003, status: 401, message: 'Authenticate', moreInfo };
  expect(error.failure).toMatchObject({ code: 'INVALID_CREDENTIALS', retryable: false, twilio });
  expect(error.failure.hint).toSay('console.twilio.com');
  expectNoSecret(error, emulator.accountSid, authToken);
});

it.each([
  ['a suspended account', { suspended: true }, 'ACCOUNT_SUSPENDED', false, 20403, 403, 2],
  ['too many requests without an end', { rateLimit: 100 }, 'RATE_LIMITED', true, 20429, 429, 5],
  ['a problem of Twilio’s own', { serverErrors: 1 }, 'TWILIO_ERROR', true, 20503, 503, 1],
])(
  '%s is called so, and not tried again where a purchase might have been carried out',
  async (_what, faults, code, retryable, error, status, requests) => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults(faults);
    const failure = await failureOf(telephony.purchase(order));
    expect(failure).toMatchObject({ code, retryable, twilio: { code: error, status } });
    expect(emulator.state().requests).toHaveLength(requests);
  },
);

it('an account that Twilio answers for although it is closed is called suspended', async () => {
  const closed = { sid: 'AC1', status: 'closed', friendly_name: 'Old', type: 'Full' };
  const failure = await failureOf((await telephonyAt(json(200, closed))).account());
  expect(failure).toMatchObject({ code: 'ACCOUNT_SUSPENDED', message: 'This Twilio account is closed.' });
});

it('too many requests are tried again, and nobody notices', async () => {
  const { emulator, telephony } = await accountForTest();
  emulator.setFaults({ rateLimit: 3 });
  await telephony.purchase(order);
  expect(emulator.state().requests.map(({ status }) => status)).toEqual([429, 429, 429, 201]);
  expect(emulator.state().numbers).toHaveLength(1);
});

describe('once another host may be the active one', () => {
  function lockForTest() {
    const [over, state] = [new AbortController(), { isHeld: true }];
    const assertHeld = () => {
      if (!state.isHeld) throw noLongerActive();
    };
    return { lock: { assertHeld, lost: over.signal }, state, lose: () => over.abort(noLongerActive()) };
  }

  it('a number is not asked for again', async () => {
    const [requests, { lock, state }] = [[] as string[], lockForTest()];
    const tooMany = json(429, { code: 20429, message: 'Too Many Requests' });
    const telephony = await telephonyAt(
      (request, response) => {
        requests.push(`${request.method}`);
        state.isHeld = false;
        tooMany(request, response);
      },
      { lock },
    );
    expect(await failureOf(telephony.purchase(order))).toMatchObject({ code: 'STANDBY', retryable: true });
    expect(await failureOf(telephony.purchase(order))).toMatchObject({ code: 'STANDBY' });
    expect(requests).toEqual(['POST']);
  });

  it('a purchase under way is cut off, and counts as one whose outcome nobody knows', async () => {
    const [{ lock, lose }, cutOff] = [lockForTest(), Promise.withResolvers<void>()];
    const telephony = await telephonyAt(
      (request) => {
        request.on('close', cutOff.resolve);
        lose();
      },
      { lock },
    );
    expect(await failureOf(telephony.purchase(order))).toMatchObject({ code: 'TWILIO_UNREACHABLE' });
    await cutOff.promise;
    // Sooner than the call would have been given up in any case.
  }, 10_000);
});

describe('a single call that is refused as if the account were suspended', () => {
  const suspended = { code: 20403, message: 'Forbidden', more_info: 'https://www.twilio.com/docs/errors/20403' };
  const active = { sid: someAccount.accountSid, status: 'active', friendly_name: 'Mine', type: 'Full' };

  /** The account answers with `account`, everything else is refused. */
  async function refusedBut(account: [status: number, body: unknown]) {
    const requests: string[] = [];
    const telephony = await telephonyAt((request, response) => {
      requests.push(`${request.method} ${request.url?.split('/').at(-1)}`);
      const [status, body] = request.url?.endsWith(`Accounts/${someAccount.accountSid}.json`)
        ? account
        : [403, suspended];
      json(status, body)(request, response);
    });
    return { telephony, requests };
  }

  it('is not called so while the account works', async () => {
    const { telephony, requests } = await refusedBut([200, active]);
    expect(await failureOf(telephony.release('PN1'))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Twilio does not allow this account to do that.',
      retryable: false,
      twilio: { code: 20403, status: 403, message: 'Forbidden' },
    });
    expect(requests).toEqual(['DELETE PN1.json', `GET ${someAccount.accountSid}.json`]);
  });

  it.each<[string, [number, unknown], string]>([
    ['is suspended', [403, suspended], 'ACCOUNT_SUSPENDED'],
    ['is refused as unknown', [401, { code: 20003, message: 'Authenticate' }], 'ACCOUNT_SUSPENDED'],
    ['says that it is suspended', [200, { ...active, status: 'suspended' }], 'ACCOUNT_SUSPENDED'],
    ['cannot be asked', [503, {}], 'FORBIDDEN'],
  ])('is judged by the account, which %s', async (_what, account, code) => {
    const { telephony } = await refusedBut(account);
    expect(await failureOf(telephony.release('PN1'))).toMatchObject({ code, twilio: { code: 20403 } });
  });
});

it.each([
  ['a page of a proxy', text(502, '<html>Bad Gateway</html>'), 'TWILIO_ERROR', 502],
  ['JSON that is not Twilio’s', json(500, { oops: true }), 'TWILIO_ERROR', 500],
  ['JSON without anything', json(503, null), 'TWILIO_ERROR', 503],
  ['402 without a code', json(402, {}), 'INSUFFICIENT_FUNDS', 402],
  ['403 without a code', text(403, 'no'), 'FORBIDDEN', 403],
  ['401 without a code', text(401, 'no'), 'INVALID_CREDENTIALS', 401],
  ['a redirect', text(302, 'moved'), 'TWILIO_UNREACHABLE', 302],
  ['a status that nobody knows', text(418, 'teapot'), 'TWILIO_ERROR', 418],
] as const)('a problem that comes as %s is explained by its status', async (_what, handler, code, status) => {
  const failure = await failureOf((await telephonyAt(handler)).purchase(order));
  expect(failure).toMatchObject({
    code,
    twilio: { code: null, status, message: expect.toSay(String(status)), moreInfo: null },
  });
});

it.each([
  ['a page', text(200, '<html>Sign in to the Wi-Fi</html>')],
  ['other JSON', json(200, { hello: 'world' })],
])('an answer that is not Twilio’s (%s with status 200) is not taken for an account', async (_what, handler) => {
  const failure = await failureOf((await telephonyAt(handler)).account());
  expect(failure).toMatchObject({ code: 'TWILIO_UNREACHABLE', retryable: true });
  expect(failure.message).not.toSay('undefined');
});

it('a purchase that something else confirms counts as uncertain, not as bought', async () => {
  const telephony = await telephonyAt(json(201, { hello: 'world' }));
  expect(await codeOf(telephony.purchase(order))).toBe('TWILIO_UNREACHABLE');
});

describe('Twilio out of reach', () => {
  it.each([
    ['nobody listens', async () => `http://127.0.0.1:${await freePort()}`],
    ['the connection is cut', () => serverForTest((request) => request.socket.destroy())],
    ['the name does not exist', async () => 'http://no-such-host.invalid'],
    ['the answer is cut in the middle', () => serverForTest(cutInTheMiddle)],
  ])('(%s) is called so, without a secret in the error', async (_what, baseUrl) => {
    const error = await appErrorOf(createTelephony(someAccount, await baseUrl()).account());
    expect(error.failure).toMatchObject({
      code: 'TWILIO_UNREACHABLE',
      retryable: true,
      twilio: null,
      message: expect.toSay(/^Can't reach Twilio \(E\w+\)\.$/),
    });
    expectNoSecret(error, someAccount.accountSid, someAccount.authToken);
  });

  it('for a moment does not spoil the next call', async () => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults({ dropConnections: 1 });
    expect(await failureOf(telephony.account())).toMatchObject({ code: 'TWILIO_UNREACHABLE' });
    expect(await telephony.account()).toMatchObject({ name: 'Emulated account' });
  });
});

describe('what a failure means', () => {
  const refusal = (status: number, code?: number) => Object.assign(new Error('as Twilio says'), { status, code });

  it('is not known to be undone when no answer came in time', () => {
    const timeout = Object.assign(new Error('timeout of 20000ms exceeded'), {
      isAxiosError: true,
      code: 'ECONNABORTED',
      config: { auth: someAccount.authToken },
    });
    const error = toAppError(timeout);
    expect(error.failure).toMatchObject({ code: 'TWILIO_UNREACHABLE', retryable: true, twilio: null });
    expectNoSecret(error, someAccount.accountSid, someAccount.authToken);
  });

  it.each([
    [429, undefined, 'RATE_LIMITED'],
    [429, 14107, 'RATE_LIMITED'],
    [500, undefined, 'TWILIO_ERROR'],
    [503, 20404, 'TWILIO_ERROR'],
    [504, 20504, 'TWILIO_ERROR'],
    [409, 20409, 'CONFLICT'],
    [409, undefined, 'CONFLICT'],
  ])('is “try again” for HTTP %i with code %s', (status, code, expected) => {
    expect(toAppError(refusal(status, code)).failure).toMatchObject({ code: expected, retryable: true });
  });

  it.each(Object.entries(byCode))(
    'is said for code %s with what to do next, beside Twilio’s own words',
    (code, entry) => {
      const { failure } = toAppError(refusal(400, Number(code)));
      expect(failure).toMatchObject({ code: entry?.code, retryable: entry?.retryable ?? false });
      expect(failure.message).toSay(/^[A-Z].+\.$/);
      expect(failure.hint).toSay(/^[A-Z].+[.)]$/);
      expect(failure.twilio).toMatchObject({ code: Number(code), message: 'as Twilio says' });
    },
  );

  it.each([
    [21636, 'TWILIO_ERROR', /support and mention the error/],
    [21640, 'TWILIO_ERROR', /support and mention the error/],
    [99999, 'TWILIO_ERROR', /support and mention the error/],
    [22102, 'INVALID_NUMBER', /take a number from the list/],
    [45004, 'INVALID_INPUT', /names it/],
  ])('is told for code %i with what is known of it, and how to go on', (code, expected, hint) => {
    const { failure } = toAppError(refusal(400, code));
    expect(failure).toMatchObject({ code: expected, hint: expect.toSay(hint), twilio: { code } });
  });

  it.each([21613, 21615, 21628, 21631, 21649, 21650, 21651])('sends people to their papers for code %i', (code) => {
    expect(toAppError(refusal(400, code)).failure.hint).toSay(/under Papers/i);
  });
});

const cutInTheMiddle: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"sid":');
  setImmediate(() => response.destroy());
};

function text(status: number, body: string): RequestListener {
  return (_request, response) => void response.writeHead(status, { 'content-type': 'text/html' }).end(body);
}
