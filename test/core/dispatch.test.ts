import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requests } from '../../electron/contract/api.ts';
import type { StateChange } from '../../electron/contract/change.ts';
import { settle } from '../fakes/manualClock.ts';
import { startCore, startLeased } from '../support/coreApp.ts';
import { forAll } from '../support/runs.ts';

describe('a request from a window', () => {
  it('is answered with a Result, whatever it is', async () => {
    const { app } = await startCore();
    const names = fc.oneof(
      fc.constantFrom(...Object.keys(requests)),
      fc.constantFrom('__proto__', 'constructor', 'toString'),
      fc.anything(),
    );
    await forAll(100, [names, fc.anything()], async (name, input) => {
      expect(typeof (await app.handle(name, input)).ok).toBe('boolean');
    });
  });

  it('that does not exist is refused clearly', async () => {
    const { app } = await startCore();
    expect(await app.handle('constructor', {})).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: 'There is no such request.' },
    });
  });

  it('with bad input is told which field is wrong, and nothing is done', async () => {
    const { app, twilio } = await startCore();
    const answer = await app.handle('leases.start', { requestId: 'r1', country: 'Indiaa', ttlSeconds: -5 });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.toSay('country: A country is two letters') },
    });
    expect(answer).toMatchObject({ error: { message: expect.toSay('ttlSeconds') } });
    expect(twilio.purchases).toEqual([]);
  });

  it('changes settings only where they are named, and refuses names that do not exist', async () => {
    const { app } = await startCore({ settings: { ttlSeconds: 90 } });
    await app.handle('settings.update', { country: 'us' });
    expect(app.state().settings).toMatchObject({ country: 'US', ttlSeconds: 90 });
    const answer = await app.handle('settings.update', { contry: 'US' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

describe('the state', () => {
  it('is pushed once for the changes of a turn, with a higher revision each time', async () => {
    const { app, sms, take } = await startCore();
    const revisions: number[] = [];
    app.on('state', ({ revision }) => revisions.push(revision));
    const { number } = await take();
    await sms({ to: number });
    await settle();
    expect(revisions.length).toBeGreaterThan(1);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
    expect(app.state().revision).toBe(revisions.at(-1));
  });

  it('is pushed once for a message: with its code, its lease and the count of what came in', async () => {
    const { app, sms, number, id } = await startLeased();
    const changes: StateChange[] = [];
    app.on('stateChanged', (change) => changes.push(change));
    await sms({ to: number, body: 'Your code is 482913' });
    await settle();
    expect(changes).toMatchObject([
      {
        set: { reception: { accepted: 1 } },
        lists: { leases: [{ put: { id, latestCode: { code: '482913' } } }], messages: [{ put: { code: '482913' } }] },
      },
    ]);
  });
});
