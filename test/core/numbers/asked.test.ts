import { describe, expect, it, test } from 'vitest';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { LeaseInput } from '../../../electron/contract/api.ts';
import { askedOf, isSameAsked } from '../../../electron/core/numbers/asked.ts';
import { startCore, type CoreApp } from '../../support/coreApp.ts';
import { codeOf } from '../../support/failures.ts';
import { deskFor } from '../../support/desk.ts';

const isSame = (one: LeaseInput, other: LeaseInput) =>
  isSameAsked(askedOf(one, defaultSettings), askedOf(other, defaultSettings));

describe('two requests', () => {
  test.each<[string, LeaseInput, LeaseInput]>([
    ['a default by name', {}, { country: 'IN', ttlSeconds: 60, policy: 'release', quarantineSeconds: 0 }],
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
    [{ quarantineSeconds: 30 }],
  ])('of which one says %j do not', (other) => {
    expect(isSame({}, other)).toBe(false);
  });
});

/** A core that is asked for a lease again and again with one key. */
async function startAsked(core?: CoreApp) {
  const { take, ...others } = core ?? (await startCore());
  return { ...others, ask: (wish: LeaseInput = {}) => take({ requestId: 'r1', ...wish }) };
}

describe('a key that was used for something else', () => {
  it('is refused while that is being bought, while it runs, and when it is over; nothing is bought', async () => {
    const { app, twilio, ask } = await startAsked();
    const first = ask();
    expect(await codeOf(ask({ country: 'US' }))).toBe('CONFLICT');
    const { id } = await first;
    expect(await codeOf(ask({ label: 'x' }))).toBe('CONFLICT');
    await app.leases.end(id);
    expect(await codeOf(ask({ ttlSeconds: 600 }))).toBe('CONFLICT');
    expect(await ask({ country: 'IN' })).toMatchObject({ id });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is refused after a restart, too', async () => {
    const { ask: before, restart } = await startAsked();
    const { id } = await before({ label: 'x' });
    const { twilio, ask } = await startAsked(await restart());
    expect(await codeOf(ask({ label: 'y' }))).toBe('CONFLICT');
    expect(await ask({ label: 'x' })).toMatchObject({ id });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is refused where it would have to wait, too', async () => {
    const desk = await deskFor();
    await desk.token('ci', 1);
    const first = await desk.asked('a', {}, 'ci');
    await desk.end(first.lease?.id ?? '');
    desk.ask('b', {}, 'ci');
    const other = await desk.asked('a', { waitSeconds: 60, label: 'x' }, 'ci');
    expect(other.failure).toMatchObject({ code: 'CONFLICT' });
  });

  it('gives its lease to the same request also when Settings have changed meanwhile', async () => {
    const { app, twilio, ask } = await startAsked();
    const { id } = await ask();
    await app.requests['settings.update']({ country: 'US', ttlSeconds: 300 });
    expect(await ask()).toMatchObject({ id });
    expect(await ask({ country: 'IN', ttlSeconds: 60 })).toMatchObject({ id });
    expect(await codeOf(ask({ country: 'US' }))).toBe('CONFLICT');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is free again when nothing came of it', async () => {
    const { twilio, ask } = await startAsked();
    twilio.forSale.delete('IN mobile');
    expect(await codeOf(ask())).toBe('NO_NUMBERS_AVAILABLE');
    twilio.forSale.set('US local', ['+14155550100']);
    expect(await ask({ country: 'US' })).toMatchObject({ number: '+14155550100' });
  });
});
