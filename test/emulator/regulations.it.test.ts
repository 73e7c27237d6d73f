import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { call, control, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const path = '/v2/RegulatoryCompliance/Regulations';

const regulations = (emulator: Emulator) => sdk(emulator).numbers.v2.regulatoryCompliance.regulations;

describe('regulations', () => {
  it('say of each bundle which country and number type it is for', async () => {
    const emulator = await emulatorForTest();
    emulator.addPapers({ bundles: [{ isoCountry: 'JP', numberType: 'toll-free' }] });
    for (const { regulationSid, isoCountry, numberType } of emulator.state().bundles) {
      expect(regulationSid).toMatch(/^RN[0-9a-f]{32}$/);
      const regulation = await regulations(emulator)(regulationSid).fetch();
      expect(regulation).toMatchObject({ sid: regulationSid, isoCountry, numberType, endUserType: 'business' });
      expect(regulation.url).toBe(`${emulator.baseUrl}${path}/${regulationSid}`);
    }
  });

  it('are shared by the bundles of one country and type, and are the same at each start', async () => {
    const [one, other] = [await emulatorForTest(), await emulatorForTest()];
    const { bundles } = one.addPapers({ bundles: [{ isoCountry: 'GB', numberType: 'mobile' }] });
    expect(bundles[0]?.regulationSid).toBe(one.state().bundles[0]?.regulationSid);
    expect(bundles[0]?.regulationSid).toBe(other.state().bundles[0]?.regulationSid);
  });

  it('are listed page by page, and found by country, number type and end user', async () => {
    const emulator = await emulatorForTest();
    const all = await regulations(emulator).list({ pageSize: 5 });
    expect(new Set(all.map(({ sid }) => sid)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(10);
    const filter = { isoCountry: 'de', numberType: 'mobile', endUserType: 'business' } as const;
    expect(await regulations(emulator).list(filter)).toMatchObject([
      { friendlyName: 'Germany: Mobile - Business', isoCountry: 'DE', numberType: 'mobile', requirements: null },
    ]);
    // No papers are wanted there.
    expect(await regulations(emulator).list({ isoCountry: 'US' })).toEqual([]);
  });

  it('go with the bundles at a reset', async () => {
    const emulator = await emulatorForTest();
    const { bundles } = emulator.addPapers({ bundles: [{ isoCountry: 'JP', numberType: 'mobile' }] });
    await control(emulator, 'reset', {});
    expectRefusal(await call(emulator, `${path}/${bundles[0]?.regulationSid}`), 404, 20404);
  });

  it('refuse what cannot be asked', async () => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, `${path}/RN${'0'.repeat(32)}`), 404, 20404);
    expectRefusal(await call(emulator, `${path}?NumberType=tollFree`), 400, 20001);
    expectRefusal(await call(emulator, `${path}?IsoCountry=Germany`), 400, 20001);
    expectRefusal(await call(emulator, `${path}?EndUserType=company`), 400, 20001);
    expect((await fetch(emulator.baseUrl + path)).status).toBe(401);
  });
});
