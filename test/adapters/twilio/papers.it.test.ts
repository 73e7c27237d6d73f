import { describe, expect, it } from 'vitest';
import type { Telephony } from '../../../electron/core/ports.ts';
import { accountForTest, failureOf, json, telephonyAt } from '../harness.ts';

const [bundleSid, regulationSid] = [`BU${'1'.repeat(32)}`, `RN${'1'.repeat(32)}`];
const status = 'twilio-approved';
const bundle = { sid: bundleSid, regulation_sid: regulationSid, friendly_name: 'UK mobile', status };
const sid = `AD${'1'.repeat(32)}`;
const address = { sid, customer_name: 'Ltd', friendly_name: null, city: 'York', iso_country: 'GB' };

type Answer = [status: number, body: unknown];

/** An account whose server answers by the last part of the path. */
async function accountWith(answers: { bundles: Answer; addresses: Answer; regulation: Answer }): Promise<Telephony> {
  return telephonyAt((request, response) => {
    const path = request.url ?? '';
    const others = path.includes('/Bundles') ? answers.bundles : answers.addresses;
    json(...(path.includes('/Regulations/') ? answers.regulation : others))(request, response);
  });
}

const meta = { key: 'results', page: 0, page_size: 1000, next_page_url: null };
const bundles: Answer = [200, { meta, results: [bundle] }];
const addresses: Answer = [200, { addresses: [address] }];
const regulation: Answer = [200, { sid: regulationSid, iso_country: 'GB', number_type: 'mobile' }];
const denied: Answer = [403, { code: 20008, message: 'Resource not accessible with Test Account Credentials' }];
const missing: Answer = [404, { code: 20404, message: 'not found' }];
const broken: Answer = [503, { code: 20503, message: 'unavailable' }];

describe('the papers of an account', () => {
  it('are its bundles and addresses', async () => {
    const { emulator, telephony } = await accountForTest();
    const added = emulator.addPapers({
      bundles: [
        { isoCountry: 'GB', numberType: 'mobile', friendlyName: 'UK mobile' },
        { isoCountry: 'DE', numberType: 'local', status: 'in-review' },
        { isoCountry: 'FR', numberType: 'toll-free', status: 'provisionally-approved' },
      ],
      addresses: [{ isoCountry: 'SE', city: 'Lund', friendlyName: 'Office' }],
    });
    const papers = await telephony.papers();
    const found = added.bundles.map(({ sid }) => papers.bundles.find((listed) => listed.sid === sid));
    expect(found).toMatchObject([
      { name: 'UK mobile', status: 'twilio-approved', approved: true, country: 'GB', type: 'mobile' },
      { status: 'in-review', approved: false, country: 'DE', type: 'local' },
      { status: 'provisionally-approved', approved: true, country: 'FR', type: 'tollFree' },
    ]);
    const { sid: officeSid } = added.addresses[0] ?? {};
    expect(papers.addresses).toContainEqual({ sid: officeSid, name: 'Office', city: 'Lund', country: 'SE' });
  });

  it.each([
    ['local', 'local'],
    ['mobile', 'mobile'],
    ['toll-free', 'tollFree'],
    ['national', null],
  ])('say which country and type a bundle is for, as its regulation does: %s', async (numberType, type) => {
    const scope: Answer = [200, { sid: regulationSid, iso_country: 'GB', number_type: numberType }];
    const telephony = await accountWith({ bundles, addresses, regulation: scope });
    expect((await telephony.papers()).bundles).toEqual([
      { sid: bundleSid, name: 'UK mobile', status: 'twilio-approved', approved: true, country: 'GB', type },
    ]);
  });

  it('are listed where the regulation cannot be had, and without names', async () => {
    const other = `BU${'2'.repeat(32)}`;
    const results = [
      { ...bundle, friendly_name: '', regulation_sid: null },
      { ...bundle, sid: other },
    ];
    const nameless: Answer = [200, { meta, results }];
    const telephony = await accountWith({ bundles: nameless, addresses, regulation: broken });
    expect(await telephony.papers()).toMatchObject({
      bundles: [
        { name: bundleSid, country: null, type: null },
        { name: 'UK mobile', country: null, type: null },
      ],
      addresses: [{ name: 'Ltd', city: 'York', country: 'GB' }],
    });
  });

  it.each<[string, Answer, Answer, number, number]>([
    ['bundles are refused', denied, addresses, 0, 1],
    ['bundles are not there', missing, addresses, 0, 1],
    ['addresses are refused', bundles, denied, 1, 0],
  ])('are those that the account may read: %s', async (_what, bundles, addresses, bundleCount, addressCount) => {
    const papers = await (await accountWith({ bundles, addresses, regulation })).papers();
    expect([papers.bundles.length, papers.addresses.length]).toEqual([bundleCount, addressCount]);
  });

  it('are not called empty when Twilio has trouble', async () => {
    const telephony = await accountWith({ bundles, addresses: broken, regulation });
    expect(await failureOf(telephony.papers())).toMatchObject({ code: 'TWILIO_ERROR', retryable: true });
  });
});
