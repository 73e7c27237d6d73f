import { describe, expect } from 'vitest';
import type { Emulator, EmulatorOptions } from '../../electron/emulator/server.ts';
import paperRules from './paperRules.json' with { type: 'json' };
import { call, control, emulatorForTest, expectRejection, expectRefusal, it, sdk } from './harness.ts';

const unknownBundle = 'BU' + 'a'.repeat(32);
const unknownAddress = 'AD' + 'b'.repeat(32);
const compliance = '/v2/RegulatoryCompliance';
const berlin = {
  customerName: 'Testing GmbH',
  street: 'Musterweg 1',
  city: 'Berlin',
  region: 'Berlin',
  postalCode: '10875',
  isoCountry: 'DE',
};

type Papers = Parameters<Emulator['addPapers']>[0];

/** An account that has these papers, too; their SIDs, and what the SDK finds of them. */
async function accountWith(papers: Papers = {}, options: EmulatorOptions = {}) {
  const emulator = await emulatorForTest(options);
  const added = emulator.addPapers(papers);
  const { bundles, regulations } = sdk(emulator).numbers.v2.regulatoryCompliance;
  return { emulator, bundles, regulations, added, addressSids: added.addresses.map(({ sid }) => sid) };
}

describe('bundles', () => {
  it('are there from the start: one approved, one under review', async () => {
    const { emulator, bundles } = await accountWith({}, { now: () => Date.UTC(2026, 10, 22, 12) });
    const found = await bundles.list();
    expect(found.map(({ status }) => status)).toEqual(['pending-review', 'twilio-approved']);
    const sid = found[1]?.sid ?? '';
    expect(found[1]).toMatchObject({
      sid: expect.stringMatching(/^BU[0-9a-f]{32}$/),
      accountSid: emulator.accountSid,
      regulationSid: expect.stringMatching(/^RN[0-9a-f]{32}$/),
      friendlyName: 'UK mobile - Business',
      dateCreated: new Date('2026-11-22T12:00:00Z'),
      url: `${emulator.baseUrl}${compliance}/Bundles/${sid}`,
    });
    expect(await bundles(sid).fetch()).toMatchObject({ status: 'twilio-approved' });
    expect(emulator.state()).toMatchObject({
      bundles: [
        { isoCountry: 'GB', numberType: 'mobile', status: 'twilio-approved' },
        { isoCountry: 'DE', numberType: 'local', status: 'pending-review' },
      ],
      addresses: [{ isoCountry: 'GB' }],
    });
  });

  it('come page by page, newest first, each once', async () => {
    const more = Array.from({ length: 7 }, () => ({ isoCountry: 'FR', numberType: 'mobile' as const }));
    const { emulator, bundles } = await accountWith({ bundles: more });
    const expected = emulator.state().bundles.map(({ sid }) => sid);
    const listed = await bundles.list({ pageSize: 2 });
    expect(listed.map(({ sid }) => sid)).toEqual(expected.toReversed());
    expect(await bundles.list({ pageSize: 2, limit: 3 })).toHaveLength(3);
    const { body } = await call(emulator, `${compliance}/Bundles?PageSize=4&IsoCountry=FR`);
    expect(body.meta).toMatchObject({ key: 'results', page: 0, page_size: 4, previous_page_url: null });
    expect(body.meta.next_page_url).toMatch(
      new RegExp(`^${emulator.baseUrl}${compliance}/Bundles\\?IsoCountry=FR&PageSize=4&Page=1&PageToken=PA`),
    );
  });

  it('are found by status, name, country and number type', async () => {
    const { emulator, bundles } = await accountWith();
    for (const [filter, count] of [
      [{ status: 'twilio-approved' }, 1],
      [{ status: 'draft' }, 0],
      [{ friendlyName: 'Germany local - Business' }, 1],
      [{ isoCountry: 'GB', numberType: 'mobile' }, 1],
      [{ isoCountry: 'GB', numberType: 'local' }, 0],
      [{ bundleSids: emulator.state().bundles[0]?.sid ?? '' }, 1],
    ] as const)
      expect(await bundles.list(filter), JSON.stringify(filter)).toHaveLength(count);
  });
});

describe('regulations', () => {
  it('say of each bundle which country and number type it is for, and are the same at each start', async () => {
    const papers: Papers = {
      bundles: [
        { isoCountry: 'JP', numberType: 'toll-free' },
        { isoCountry: 'GB', numberType: 'mobile' },
      ],
    };
    const [{ emulator, regulations, added }, other] = [await accountWith(papers), await emulatorForTest()];
    for (const { regulationSid: sid, isoCountry, numberType } of emulator.state().bundles) {
      expect(sid).toMatch(/^RN[0-9a-f]{32}$/);
      const url = `${emulator.baseUrl}${compliance}/Regulations/${sid}`;
      expect(await regulations(sid).fetch()).toMatchObject({
        sid,
        isoCountry,
        numberType,
        endUserType: 'business',
        url,
      });
    }
    expect(added.bundles[1]?.regulationSid).toBe(emulator.state().bundles[0]?.regulationSid);
    expect(added.bundles[1]?.regulationSid).toBe(other.state().bundles[0]?.regulationSid);
    await control(emulator, 'reset', {});
    const gone = `${compliance}/Regulations/${added.bundles[0]?.regulationSid}`;
    expectRefusal(await call(emulator, gone), 404, 20404);
  });

  it('are listed page by page, and found by country, number type and end user', async () => {
    const { regulations } = await accountWith();
    const all = await regulations.list({ pageSize: 5 });
    expect(new Set(all.map(({ sid }) => sid)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(10);
    expect(await regulations.list({ isoCountry: 'de', numberType: 'mobile', endUserType: 'business' })).toMatchObject([
      { friendlyName: 'Germany: Mobile - Business', isoCountry: 'DE', numberType: 'mobile', requirements: null },
    ]);
    // No papers are wanted there.
    expect(await regulations.list({ isoCountry: 'US' })).toEqual([]);
  });
});

it('addresses can be created, listed, fetched and deleted', async ({ client: { addresses } }) => {
  const created = await addresses.create({ ...berlin, friendlyName: 'Berlin' });
  const { sid } = created;
  expect(created).toMatchObject({ ...berlin, friendlyName: 'Berlin', dateCreated: expect.any(Date) });
  expect(await addresses(sid).fetch()).toMatchObject(berlin);
  const sids = async (filter: object) => (await addresses.list(filter)).map((address) => address.sid);
  expect(await sids({ pageSize: 1 })).toEqual([sid, expect.stringMatching(/^AD[0-9a-f]{32}$/)]);
  expect(await sids({ isoCountry: 'DE' })).toEqual([sid]);
  expect(await sids({ customerName: 'Testing GmbH', friendlyName: 'Berlin' })).toEqual([sid]);
  expect(await sids({ friendlyName: 'Paris' })).toEqual([]);
  expect(await addresses(sid).remove()).toBe(true);
  await expectRejection(addresses(sid).fetch(), 404, 20404);
});

describe('a purchase that needs papers', () => {
  /** An account with a bundle and an address for each row of the table, by their names. */
  async function accountWithAllPapers() {
    const city = (name: string) => ({ ...berlin, customerName: name, city: name });
    const { emulator, addressSids } = await accountWith({ addresses: [city('Berlin'), city('Hamburg')] });
    const australian = ['draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved'] as const;
    emulator.addPapers({
      bundles: [
        { friendlyName: 'FR mobile', isoCountry: 'FR', numberType: 'mobile' },
        { friendlyName: 'GB local', isoCountry: 'GB', numberType: 'local' },
        { friendlyName: 'DE local', isoCountry: 'DE', numberType: 'local' },
        {
          friendlyName: 'DE with an address',
          isoCountry: 'DE',
          numberType: 'local',
          addressSids: addressSids.slice(1),
        },
        ...[...australian, 'provisionally-approved' as const].map((status) => ({
          friendlyName: `AU ${status}`,
          isoCountry: 'AU',
          numberType: 'mobile' as const,
          status,
        })),
      ],
    });
    const { bundles, addresses } = emulator.state();
    const bundleOf = (name: string) => bundles.find(({ friendlyName }) => friendlyName === name)?.sid ?? unknownBundle;
    const addressOf = (name: string) => addresses.find((one) => one.city === name)?.sid ?? unknownAddress;
    return { emulator, bundleOf, addressOf };
  }

  it.for(paperRules as [number: string, bundle: string, address: string, outcome: number | string][])(
    'of a number %s with the bundle “%s” and the address “%s”: %s',
    async ([number, bundle, address, outcome]) => {
      const { emulator, bundleOf, addressOf } = await accountWithAllPapers();
      const { incomingPhoneNumbers, availablePhoneNumbers } = sdk(emulator);
      const [iso = '', type] = number.split(' ');
      const offered = availablePhoneNumbers(iso);
      const [listing] = await (type === 'local' ? offered.local.list({ limit: 1 }) : offered.mobile.list({ limit: 1 }));
      const papers = {
        ...(bundle && { bundleSid: bundleOf(bundle) }),
        ...(address && { addressSid: addressOf(address) }),
      };
      const purchase = incomingPhoneNumbers.create({ phoneNumber: listing?.phoneNumber ?? '', ...papers });
      if (typeof outcome === 'number') return expectRejection(purchase, 400, outcome);
      const bought = await purchase;
      expect(bought).toMatchObject({ status: 'in-use', ...papers });
      if (bundle === '') return;
      await expectRejection(incomingPhoneNumbers(bought.sid).update({ bundleSid: unknownBundle }), 400, 21649);
    },
  );

  it('is refused in Twilio’s words', async ({ emulator, client }) => {
    const [listing] = await client.availablePhoneNumbers('FR').mobile.list({ limit: 1 });
    const purchase = client.incomingPhoneNumbers.create({ phoneNumber: listing?.phoneNumber ?? '' });
    const message = 'Bundle required and not provided for country: [FR] and numberType: [MOBILE]';
    await expect(purchase).rejects.toMatchObject({ message });
    expect(emulator.state().numbers).toEqual([]);
  });
});

it('POST /_emulator/papers adds bundles and addresses, and a reset takes them away', async ({ emulator }) => {
  const answer = await control(emulator, 'papers', {
    bundles: [{ isoCountry: 'IE', numberType: 'toll-free' }],
    addresses: [{ isoCountry: 'IE', city: 'Cork' }],
  });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      bundles: [{ friendlyName: 'IE toll-free', isoCountry: 'IE', status: 'twilio-approved' }],
      addresses: [{ sid: expect.stringMatching(/^AD/), isoCountry: 'IE', city: 'Cork' }],
    },
  });
  expect(emulator.state()).toMatchObject({ bundles: { length: 3 }, addresses: { length: 2 } });
  await control(emulator, 'reset', {});
  expect(emulator.state()).toMatchObject({ bundles: { length: 2 }, addresses: { length: 1 } });
});
