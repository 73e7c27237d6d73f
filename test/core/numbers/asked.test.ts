import { describe, expect, it, test } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { LeaseInput } from '../../../electron/contract/api.ts';
import { askedOf, isSameAsked } from '../../../electron/core/numbers/asked.ts';
import { FakeTelephony } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';
import { deskFor } from '../../support/desk.ts';

const isSame = (one: LeaseInput, other: LeaseInput) =>
  isSameAsked(askedOf(one, defaultSettings), askedOf(other, defaultSettings));

describe('two requests', () => {
  test.each<[string, LeaseInput, LeaseInput]>([
    ['a default by name', {}, { country: 'IN', ttlSeconds: 60, policy: 'release' }],
    ['names in another order', { country: 'US', label: 'x' }, { label: 'x', country: 'US' }],
    ['nothing, said in words', {}, { label: '', fresh: false, capabilities: [], heartbeatSeconds: null }],
    ['capabilities in another order', { capabilities: ['mms', 'voice'] }, { capabilities: ['voice', 'mms'] }],
    ['less time to wait', { waitSeconds: 60 }, { waitSeconds: 5 }],
  ])('with %s ask for the same', (_what, one, other) => {
    expect(isSame(one, other)).toBe(true);
  });

  test.each<[LeaseInput]>([
    [{ country: 'US' }],
    [{ type: 'mobile' }],
    [{ areaCode: '415' }],
    [{ contains: '415' }],
    [{ locality: 'Pune' }],
    [{ capabilities: ['voice'] }],
    [{ ttlSeconds: 61 }],
    [{ policy: 'keep' }],
    [{ label: 'other' }],
    [{ service: 'GitHub' }],
    [{ fresh: true }],
    [{ heartbeatSeconds: 30 }],
  ])('of which one says %j do not', (other) => {
    expect(isSame({}, other)).toBe(false);
  });
});

const conflict = { failure: { code: 'CONFLICT' } };

describe('a key that was used for something else', () => {
  it('is refused while that is being bought, while it runs, and when it is over; nothing is bought', async () => {
    const { app, twilio } = await startCore();
    const first = app.leases.start({ requestId: 'r1' });
    await expect(app.leases.start({ requestId: 'r1', country: 'US' })).rejects.toMatchObject(conflict);
    const { id } = await first;
    await expect(app.leases.start({ requestId: 'r1', label: 'x' })).rejects.toMatchObject(conflict);
    await app.leases.end(id);
    await expect(app.leases.start({ requestId: 'r1', ttlSeconds: 600 })).rejects.toMatchObject(conflict);
    expect(await app.leases.start({ requestId: 'r1', country: 'IN' })).toMatchObject({ id });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is refused after a restart, too', async () => {
    const [history, twilio] = [openHistory(':memory:'), new FakeTelephony()];
    const before = await startCore({ history, twilio });
    const { id } = await before.app.leases.start({ requestId: 'r1', label: 'x' });
    const { app } = await startCore({ history, twilio });
    await expect(app.leases.start({ requestId: 'r1', label: 'y' })).rejects.toMatchObject(conflict);
    expect(await app.leases.start({ requestId: 'r1', label: 'x' })).toMatchObject({ id });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is refused where it would have to wait, too', async () => {
    const desk = await deskFor();
    await desk.token('ci', 1);
    const first = desk.ask('a', {}, 'ci');
    await settle();
    await desk.app.leases.end(first.lease?.id ?? '');
    desk.ask('b', {}, 'ci');
    const other = desk.ask('a', { waitSeconds: 60, label: 'x' }, 'ci');
    await settle();
    expect(other.failure).toMatchObject({ code: 'CONFLICT' });
  });

  it('gives its lease to the same request also when Settings have changed meanwhile', async () => {
    const { app, twilio } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await app.updateSettings({ country: 'US', ttlSeconds: 300 });
    expect(await app.leases.start({ requestId: 'r1' })).toMatchObject({ id });
    expect(await app.leases.start({ requestId: 'r1', country: 'IN', ttlSeconds: 60 })).toMatchObject({ id });
    await expect(app.leases.start({ requestId: 'r1', country: 'US' })).rejects.toMatchObject(conflict);
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is free again when nothing came of it', async () => {
    const { app, twilio } = await startCore();
    twilio.forSale.delete('IN mobile');
    await expect(app.leases.start({ requestId: 'r1' })).rejects.toMatchObject({
      failure: { code: 'NO_NUMBERS_AVAILABLE' },
    });
    twilio.forSale.set('US local', ['+14155550100']);
    expect(await app.leases.start({ requestId: 'r1', country: 'US' })).toMatchObject({ number: '+14155550100' });
  });
});
