import { connect } from 'node:net';
import { describe, expect } from 'vitest';
import { basic, buyUsNumber, call, emulatorForTest, expectRefusal, expectRejection, it, sdk } from './harness.ts';
import { rowsOf } from './refusalRows.ts';
import refusals from './refusals.json' with { type: 'json' };

const long = 'x'.repeat(70_000);

describe('what Twilio would refuse', () => {
  it.for(rowsOf(refusals))(
    'is refused, and changes nothing: $request with $given',
    async ({ request, given, status, code }, { emulator }) => {
      const [method = '', path = ''] = request.split(' ');
      await buyUsNumber(emulator);
      const { requests: _before, ...before } = emulator.state();
      const answer =
        typeof given === 'string'
          ? await call(emulator, given === '' ? path : `${path}?${given}`, { method })
          : await call(emulator, path, { form: given });
      expectRefusal(answer, status, code);
      if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET/);
      expect(emulator.state()).toMatchObject(before);
    },
  );

  it('is a text of 1601 characters, a form that is too large, and a POST that is no form', async ({ emulator }) => {
    const { phoneNumber: From } = await buyUsNumber(emulator);
    const form = { To: '+12025550111', From, Body: 'x'.repeat(1601) };
    expectRefusal(await call(emulator, '{account}/Messages.json', { form }), 400, 21617);
    const numbers = '{account}/IncomingPhoneNumbers.json';
    expectRefusal(await call(emulator, numbers, { form: { FriendlyName: long } }), 413, 20413);
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"AreaCode":"415"}' };
    expectRefusal(await call(emulator, numbers, json), 415, 20415);
    const encoded = (encoding: string) => ({ form: { AreaCode: '415' }, headers: { 'content-encoding': encoding } });
    expectRefusal(await call(emulator, numbers, { method: 'POST', ...encoded('gzip') }), 415, 20415);
    expect((await call(emulator, numbers, { method: 'POST', ...encoded('identity') })).status).toBe(201);
  });

  it('is a form whose client goes away in the middle: it was no fault of the emulator', async () => {
    const log: string[] = [];
    const { baseUrl, accountSid, authToken } = await emulatorForTest({ log: (line) => void log.push(line) });
    const path = `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`;
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${basic(accountSid, authToken)}\r\n`;
    const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1');
    socket.write(`${head}Content-Length: 100\r\n\r\nAreaCode=415`, () => socket.destroy());
    await expect.poll(() => log).toEqual([`POST ${path} 400`]);
  });

  it.for([
    {},
    ...[basic('AC', 'wrong'), 'Bearer abc', `Basic ${btoa('no colon')}`].map((authorization) => ({ authorization })),
  ])('is whoever comes with %j, with a challenge', async (headers, { emulator: { baseUrl, accountSid } }) => {
    for (const path of [
      `/2010-04-01/Accounts/${accountSid}.json`,
      '/v1/PhoneNumbers/Countries/US',
      '/v1/Alerts',
      '/v2/RegulatoryCompliance/Bundles',
      '/nowhere',
    ]) {
      const response = await fetch(baseUrl + path, { headers });
      expectRefusal({ status: response.status, body: await response.json() }, 401, 20003);
      expect(response.headers.get('www-authenticate')).toBe('Basic realm="Twilio API"');
    }
  });

  it('is another account, by its token and by its path', async ({ emulator }) => {
    const accountSid = `AC${'0'.repeat(32)}`;
    await expectRejection(sdk({ ...emulator, accountSid }).balance.fetch(), 401, 20003);
    expectRefusal(await call(emulator, `/2010-04-01/Accounts/${accountSid}/Balance.json`), 401, 20003);
  });

  it.for([
    '{account}.json',
    '{account}/Balance.json',
    '{account}/IncomingPhoneNumbers.json',
    '{account}/Messages.json',
    '{account}/Addresses.json',
    '{account}/Usage/Records/Today.json',
    '/v1/PhoneNumbers/Countries/US',
    '/v2/RegulatoryCompliance/Bundles',
    '/nowhere',
  ])('is %s while the account is suspended', async (path, { emulator }) => {
    emulator.setFaults({ suspended: true });
    expectRefusal(await call(emulator, path), 403, 20403);
    expectRefusal(await call(emulator, path, { form: {} }), 403, 20403);
  });
});
