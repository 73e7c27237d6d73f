import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { call, control, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const unknownBundle = 'BU' + 'a'.repeat(32);
const unknownAddress = 'AD' + 'b'.repeat(32);
const bundlesPath = '/v2/RegulatoryCompliance/Bundles';
const berlin = {
  customerName: 'Testing GmbH',
  street: 'Musterweg 1',
  city: 'Berlin',
  region: 'Berlin',
  postalCode: '10875',
  isoCountry: 'DE',
};

const bundles = (emulator: Emulator) => sdk(emulator).numbers.v2.regulatoryCompliance.bundles;

/** A buyer of the first number of a country and type, with papers. */
async function buyer(emulator: Emulator, iso: string, type: 'local' | 'mobile') {
  const offered = sdk(emulator).availablePhoneNumbers(iso);
  const [listing] = await (type === 'local' ? offered.local.list({ limit: 1 }) : offered.mobile.list({ limit: 1 }));
  const phoneNumber = listing?.phoneNumber ?? '';
  return (papers: object) => sdk(emulator).incomingPhoneNumbers.create({ phoneNumber, ...papers });
}

describe('bundles', () => {
  it('are there from the start: one approved, one under review', async () => {
    const emulator = await emulatorForTest({ now: () => Date.UTC(2026, 10, 22, 12) });
    const found = await bundles(emulator).list();
    expect(found.map(({ status }) => status)).toEqual(['pending-review', 'twilio-approved']);
    expect(found[1]).toMatchObject({
      sid: expect.stringMatching(/^BU[0-9a-f]{32}$/),
      accountSid: emulator.accountSid,
      regulationSid: expect.stringMatching(/^RN[0-9a-f]{32}$/),
      friendlyName: 'UK mobile - Business',
      dateCreated: new Date('2026-11-22T12:00:00Z'),
      url: `${emulator.baseUrl}${bundlesPath}/${found[1]?.sid}`,
    });
    expect(await bundles(emulator)(found[1]?.sid ?? '').fetch()).toMatchObject({ status: 'twilio-approved' });
    expect(emulator.state()).toMatchObject({
      bundles: [
        { isoCountry: 'GB', numberType: 'mobile', status: 'twilio-approved' },
        { isoCountry: 'DE', numberType: 'local', status: 'pending-review' },
      ],
      addresses: [{ isoCountry: 'GB' }],
    });
  });

  it('come page by page, newest first, each once', async () => {
    const emulator = await emulatorForTest();
    const more = Array.from({ length: 7 }, (_, index) => ({
      friendlyName: `Bundle ${index}`,
      isoCountry: 'FR',
      numberType: 'mobile' as const,
    }));
    emulator.addPapers({ bundles: more });
    const expected = emulator
      .state()
      .bundles.map(({ sid }) => sid)
      .toReversed();
    expect((await bundles(emulator).list({ pageSize: 2 })).map(({ sid }) => sid)).toEqual(expected);
    expect(await bundles(emulator).list({ pageSize: 2, limit: 3 })).toHaveLength(3);
    const { body } = await call(emulator, `${bundlesPath}?PageSize=4&IsoCountry=FR`);
    expect(body.meta).toMatchObject({ key: 'results', page: 0, page_size: 4, previous_page_url: null });
    expect(body.meta.next_page_url).toMatch(
      new RegExp(`^${emulator.baseUrl}${bundlesPath}\\?IsoCountry=FR&PageSize=4&Page=1&PageToken=PA`),
    );
  });

  it('are found by status, name, country and number type', async () => {
    const emulator = await emulatorForTest();
    const count = async (filter: object) => (await bundles(emulator).list(filter)).length;
    expect(await count({ status: 'twilio-approved' })).toBe(1);
    expect(await count({ status: 'draft' })).toBe(0);
    expect(await count({ friendlyName: 'Germany local - Business' })).toBe(1);
    expect(await count({ isoCountry: 'GB', numberType: 'mobile' })).toBe(1);
    expect(await count({ isoCountry: 'GB', numberType: 'local' })).toBe(0);
    expect(await count({ bundleSids: emulator.state().bundles[0]?.sid })).toBe(1);
    expectRefusal(await call(emulator, `${bundlesPath}?Status=approved`), 400, 22203);
    expectRefusal(await call(emulator, `${bundlesPath}?NumberType=tollFree`), 400, 20001);
    expectRefusal(await call(emulator, `${bundlesPath}?IsoCountry=Germany`), 400, 20001);
    expectRefusal(await call(emulator, `${bundlesPath}?BundleSids=BU1`), 400, 20001);
    expectRefusal(await call(emulator, `${bundlesPath}/${unknownBundle}`), 404, 20404);
  });

  it('are for the account alone', async () => {
    const emulator = await emulatorForTest();
    expect((await fetch(emulator.baseUrl + bundlesPath)).status).toBe(401);
    emulator.setFaults({ suspended: true });
    expectRefusal(await call(emulator, bundlesPath), 403, 20403);
  });
});

describe('addresses', () => {
  it('can be created, listed, fetched and deleted', async () => {
    const emulator = await emulatorForTest();
    const client = sdk(emulator);
    const created = await client.addresses.create({ ...berlin, friendlyName: 'Berlin' });
    expect(created).toMatchObject({
      ...berlin,
      friendlyName: 'Berlin',
      sid: expect.stringMatching(/^AD[0-9a-f]{32}$/),
    });
    expect(created.dateCreated).toBeInstanceOf(Date);
    expect(await client.addresses(created.sid).fetch()).toMatchObject(berlin);
    const sids = async (filter: object) => (await client.addresses.list(filter)).map(({ sid }) => sid);
    expect(await sids({ pageSize: 1 })).toEqual([created.sid, expect.stringMatching(/^AD/)]);
    expect(await sids({ isoCountry: 'DE' })).toEqual([created.sid]);
    expect(await sids({ customerName: 'Testing GmbH', friendlyName: 'Berlin' })).toEqual([created.sid]);
    expect(await sids({ friendlyName: 'Paris' })).toEqual([]);
    expect(await client.addresses(created.sid).remove()).toBe(true);
    await expect(client.addresses(created.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it.each(['CustomerName', 'Street', 'City', 'Region', 'PostalCode', 'IsoCountry'])('need a %s', async (name) => {
    const emulator = await emulatorForTest();
    const complete = { CustomerName: 'x', Street: 'x', City: 'x', Region: 'x', PostalCode: 'x', IsoCountry: 'DE' };
    const answer = await call(emulator, '{account}/Addresses.json', { form: { ...complete, [name]: ' ' } });
    expectRefusal(answer, 400, 20001);
    expect(emulator.state().addresses).toHaveLength(1);
  });
});

describe('a purchase that needs papers', () => {
  it('is refused without a bundle, and then without an address', async () => {
    const emulator = await emulatorForTest();
    const { bundles: added, addresses } = emulator.addPapers({
      bundles: [{ isoCountry: 'FR', numberType: 'mobile' }],
      addresses: [berlin],
    });
    const [bundleSid, addressSid] = [added[0]?.sid, addresses[0]?.sid];
    const buy = await buyer(emulator, 'FR', 'mobile');
    await expect(buy({})).rejects.toMatchObject({
      status: 400,
      code: 21649,
      message: 'Bundle required and not provided for country: [FR] and numberType: [MOBILE]',
    });
    await expect(buy({ bundleSid })).rejects.toMatchObject({ status: 400, code: 21631 });
    await expect(buy({ bundleSid, addressSid: unknownAddress })).rejects.toMatchObject({ status: 400, code: 21613 });
    expect(await buy({ bundleSid, addressSid })).toMatchObject({ bundleSid, addressSid });
  });

  it('is refused for an address alone, in Sweden', async () => {
    const emulator = await emulatorForTest();
    const buy = await buyer(emulator, 'SE', 'mobile');
    await expect(buy({})).rejects.toMatchObject({ status: 400, code: 21631 });
    expect(await buy({ addressSid: emulator.state().addresses[0]?.sid })).toMatchObject({ status: 'in-use' });
  });

  it.each([
    ['draft', 21649],
    ['pending-review', 21649],
    ['in-review', 21649],
    ['twilio-rejected', 21649],
    ['twilio-approved', null],
    ['provisionally-approved', null],
  ] as const)('with a bundle that is %s', async (status, code) => {
    const emulator = await emulatorForTest();
    const { bundles: added } = emulator.addPapers({ bundles: [{ isoCountry: 'AU', numberType: 'mobile', status }] });
    const purchase = (await buyer(emulator, 'AU', 'mobile'))({ bundleSid: added[0]?.sid });
    if (code === null) await expect(purchase).resolves.toMatchObject({ bundleSid: added[0]?.sid });
    else await expect(purchase).rejects.toMatchObject({ status: 400, code });
  });

  it('is refused with a bundle of nobody, of another country or of another number type', async () => {
    const emulator = await emulatorForTest();
    const { bundles: added } = emulator.addPapers({
      bundles: [
        { isoCountry: 'AU', numberType: 'mobile' },
        { isoCountry: 'GB', numberType: 'local' },
      ],
    });
    const buy = await buyer(emulator, 'GB', 'mobile');
    for (const bundleSid of [unknownBundle, added[0]?.sid, added[1]?.sid]) {
      await expect(buy({ bundleSid })).rejects.toMatchObject({ status: 400, code: 21649 });
    }
    const ready = emulator.state().bundles.find(({ isoCountry }) => isoCountry === 'GB')?.sid;
    const number = await buy({ bundleSid: ready });
    const update = (bundleSid: string) => sdk(emulator).incomingPhoneNumbers(number.sid).update({ bundleSid });
    await expect(update(unknownBundle)).rejects.toMatchObject({ status: 400, code: 21649 });
  });

  it('is refused where the address must be local and is not', async () => {
    const emulator = await emulatorForTest();
    const { bundles: added, addresses } = emulator.addPapers({
      bundles: [{ isoCountry: 'DE', numberType: 'local' }],
      addresses: [{ isoCountry: 'GB' }, berlin],
    });
    const buy = await buyer(emulator, 'DE', 'local');
    const bundleSid = added[0]?.sid;
    await expect(buy({ bundleSid, addressSid: addresses[0]?.sid })).rejects.toMatchObject({ code: 21615 });
    expect(await buy({ bundleSid, addressSid: addresses[1]?.sid })).toMatchObject({ status: 'in-use' });
  });

  it('is refused with an address that is not the one in the bundle', async () => {
    const emulator = await emulatorForTest();
    const { addresses } = emulator.addPapers({ addresses: [berlin, berlin] });
    const addressSids = [addresses[0]?.sid ?? ''];
    const { bundles: added } = emulator.addPapers({
      bundles: [{ isoCountry: 'DE', numberType: 'local', addressSids }],
    });
    const buy = await buyer(emulator, 'DE', 'local');
    const bundleSid = added[0]?.sid;
    await expect(buy({ bundleSid, addressSid: addresses[1]?.sid })).rejects.toMatchObject({ code: 21651 });
    expect(await buy({ bundleSid, addressSid: addresses[0]?.sid })).toMatchObject({ status: 'in-use' });
  });
});

describe('POST /_emulator/papers', () => {
  it('adds bundles and addresses, and a reset takes them away', async () => {
    const emulator = await emulatorForTest();
    const answer = await control(emulator, 'papers', {
      bundles: [{ isoCountry: 'IE', numberType: 'toll-free' }],
      addresses: [{ isoCountry: 'IE', city: 'Cork' }],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        bundles: [
          {
            sid: expect.stringMatching(/^BU/),
            friendlyName: 'IE toll-free',
            isoCountry: 'IE',
            status: 'twilio-approved',
          },
        ],
        addresses: [{ sid: expect.stringMatching(/^AD/), isoCountry: 'IE', city: 'Cork' }],
      },
    });
    expect(emulator.state()).toMatchObject({ bundles: { length: 3 }, addresses: { length: 2 } });
    await control(emulator, 'reset', {});
    expect(emulator.state()).toMatchObject({ bundles: { length: 2 }, addresses: { length: 1 } });
  });

  it.each([
    [[]],
    [{ bundle: [] }],
    [{ bundles: {} }],
    [{ bundles: [{ isoCountry: 'gb', numberType: 'mobile' }] }],
    [{ bundles: [{ isoCountry: 'GB', numberType: 'tollFree' }] }],
    [{ bundles: [{ isoCountry: 'GB', numberType: 'mobile', status: 'approved' }] }],
    [{ bundles: [{ isoCountry: 'GB', numberType: 'mobile', addressSids: [unknownAddress] }] }],
    [{ bundles: [{ isoCountry: 'GB', numberType: 'mobile', friendlyName: '' }] }],
    [{ addresses: [{}] }],
    [{ addresses: [{ isoCountry: 'GB', town: 'Leeds' }] }],
    [{ addresses: [{ isoCountry: 'GB', city: 5 }] }],
    [{ bundles: [{ isoCountry: 'GB', numberType: 'mobile' }], addresses: ['x'] }],
  ])('answers 400/20001 for %j and adds nothing', async (papers) => {
    const emulator = await emulatorForTest();
    expectRefusal(await control(emulator, 'papers', papers), 400, 20001);
    expect(emulator.state()).toMatchObject({ bundles: { length: 2 }, addresses: { length: 1 } });
  });
});
