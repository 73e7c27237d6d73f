import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect } from 'vitest';
import { operations } from '../../electron/api/routes/all.ts';
import type { NamedToken } from '../../electron/contract/sharing.ts';
import type { Lease, Message } from '../../electron/contract/state.ts';
import { closeOf, eventsOf, expectRefusal, it as base, openSocket, type Answer } from './harness.ts';
import { guestOf } from './sharing.ts';

/** Each test may have guests of its own, too. */
const it = base.extend('ci', ({ own }) => guestOf(own, 'ci')).extend('web', ({ own }) => guestOf(own, 'web'));

const sid = `PN${'1'.repeat(32)}`;

const leasesIn = ({ body }: Answer) => (body as { leases: Lease[] }).leases;
const messagesIn = ({ body }: Answer) => (body as { messages: Message[] }).messages.map(({ code }) => code);
const tokensIn = ({ body }: Answer) => (body as { tokens: NamedToken[] }).tokens;

describe('a token with a name', () => {
  it('is told once, listed without it, and kept as its hash alone', async ({ own }) => {
    const limits = { leases: 2, perDay: '5.00', perMonth: '50' };
    const { status, body } = await own.call('POST', '/v1/tokens', { name: '  Web team ', ...limits });
    expect(status).toBe(201);
    const { token, ...shown } = body as NamedToken & { token: string };
    expect(token).toMatch(/^[\w-]{43}$/);
    const none = { amount: '0.00', currency: 'USD' };
    expect(shown).toEqual({
      name: 'Web team',
      since: expect.stringMatching(/^\d{4}-.*Z$/),
      limits: {
        leases: 2,
        perDay: { amount: '5.00', currency: 'USD' },
        perMonth: { amount: '50', currency: 'USD' },
      },
      used: { leases: 0, today: none, thisMonth: none },
    });
    expect((await own.call('GET', '/v1/tokens')).body).toEqual({ tokens: [shown] });
    await own.host.close();
    const files = readdirSync(own.dataDir).map((name) => readFileSync(join(own.dataDir, name), 'latin1'));
    expect(files.filter((text) => text.includes(token))).toEqual([]);
  });

  it('is made, listed and removed in the interface of the owner as well', async ({ own }) => {
    const { requests } = own.host.app;
    const { token, ...shown } = await requests['tokens.add']({ name: 'web', leases: 1 });
    expect(await requests['tokens.list'](undefined)).toEqual([shown]);
    const headers = { authorization: `Bearer ${token}` };
    expect((await own.call('GET', '/v1/leases', undefined, headers)).status).toBe(200);
    expect(await requests['tokens.remove']({ name: 'web' })).toBeNull();
    expectRefusal(await own.call('GET', '/v1/leases', undefined, headers), 401, 'UNAUTHORIZED');
    expect(own.log.filter((line) => line.includes(token))).toEqual([]);
  });

  it('is refused everything that concerns the whole host', async ({ own, ci }) => {
    const forHost = operations().filter(({ access }) => access === 'host');
    expect(forHost.map(({ id }) => id).toSorted()).toEqual(
      [
        ...[
          'addToken',
          'changeNumber',
          'deleteAllMessages',
          'letNumberGo',
          'listLedger',
          'listTokens',
          'moneySummary',
          'policyCosts',
        ],
        ...['releaseNumber', 'removeToken', 'takeOverNumber'],
      ].toSorted(),
    );
    for (const { method, path } of forHost) {
      const at = path.replace('{sid}', sid).replace('{name}', 'ci');
      const answer = await ci.call(method.toUpperCase(), `/v1${at}`, method === 'get' ? undefined : {});
      expectRefusal(answer, 403, 'FORBIDDEN');
    }
    expect(tokensIn(await own.call('GET', '/v1/tokens'))).toHaveLength(1);
    const socket = openSocket(own.host.ready.api, '/ui/socket', [`token.${ci.token}`]);
    expect(await closeOf(socket)).toBe(4403);
    expect((await ci.call('GET', '/v1/health')).body).toMatchObject({ account: { kind: 'connected', balance: null } });
    expect((await ci.call('GET', '/v1/numbers/available?country=US')).status).toBe(200);
  });
});

describe('two who share a host', () => {
  it('see and change their own leases alone', async ({ own, ci, web }) => {
    const [ofCi, ofWeb, ofHost] = [await ci.lease(), await web.lease(), await own.lease()];
    expect([ofCi, ofWeb, ofHost].map(({ holder }) => holder)).toEqual(['ci', 'web', null]);
    expect(leasesIn(await ci.call('GET', '/v1/leases')).map(({ id }) => id)).toEqual([ofCi.id]);
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { policy: 'keep' }],
      ['DELETE', ''],
      ['POST', '/extend', { seconds: 60 }],
      ['POST', '/pin', { pinned: true }],
      ['POST', '/heartbeat'],
      ['GET', '/code?timeoutSeconds=0'],
      ['GET', '/message?timeoutSeconds=0'],
    ] as const) {
      for (const { id } of [ofWeb, ofHost]) {
        const [answer, missing] = [
          await ci.call(method, `/v1/leases/${id}${path}`, body),
          await ci.call(method, `/v1/leases/nothing${path}`, body),
        ];
        expectRefusal(answer, 404, 'NOT_FOUND');
        expect(JSON.stringify(answer.body).replaceAll(id, 'nothing')).toBe(JSON.stringify(missing.body));
      }
    }
    const owned = (await ci.call('GET', '/v1/numbers')).body as { numbers: { number: string }[] };
    expect(owned.numbers.map(({ number }) => number)).toEqual([ofCi.number]);
    expect(leasesIn(await ci.call('DELETE', '/v1/leases')).map(({ id }) => id)).toEqual([ofCi.id]);
    expect(leasesIn(await own.call('GET', '/v1/leases')).filter(({ state }) => state === 'active')).toHaveLength(2);
  });

  it('do not decide on numbers that were there before', async ({ own, ci }) => {
    const first = await own.lease({ policy: 'keep' });
    await own.call('DELETE', `/v1/leases/${first.id}`);
    const reused = await ci.lease();
    expect(reused).toMatchObject({ reused: true, number: first.number });
    expectRefusal(await ci.call('PATCH', `/v1/leases/${reused.id}`, { policy: 'release' }), 403, 'FORBIDDEN');
    const anew = await ci.lease({ fresh: true });
    expect((await ci.call('PATCH', `/v1/leases/${anew.id}`, { policy: 'renewal' })).status).toBe(200);
    expect((await own.call('PATCH', `/v1/leases/${reused.id}`, { policy: 'release' })).status).toBe(200);
  });

  it('read what came for themselves alone', async ({ own, ci, web }) => {
    const events = await eventsOf({ ...own.host, token: ci.token });
    const [ofCi, ofWeb] = [await ci.lease({ label: 'mine' }), await web.lease({ label: 'theirs' })];
    const send = async (to: string | null, body: string) => (await own.emulator.sendSms({ to: to ?? '', body })).sid;
    const theirs = await send(ofWeb.number, 'Your Kettlebank code is 271828');
    const mine = await send(ofCi.number, 'Your Lumora code is 314159');
    expect((await ci.call('GET', `/v1/leases/${ofCi.id}/code`)).body).toMatchObject({ code: '314159' });

    for (const what of ['code', 'message']) {
      const wait = (number: string | null) => ci.call('GET', `/v1/${what}?to=${number}&timeoutSeconds=0`);
      expect((await wait(ofCi.number)).body).toMatchObject({ message: { code: '314159' } });
      expect((await wait(ofWeb.number)).status).toBe(204);
    }
    expect(messagesIn(await ci.call('GET', '/v1/messages'))).toEqual(['314159']);
    expect(messagesIn(await ci.call('GET', `/v1/messages?lease=${ofWeb.id}`))).toEqual([]);
    expect(messagesIn(await ci.call('GET', '/v1/messages?search=code'))).toEqual(['314159']);
    expect((await ci.call('GET', '/v1/messages/count')).body).toEqual({ count: 1, more: false });
    expect((await ci.call('GET', '/v1/messages/facets')).body).toEqual({
      numbers: [{ number: ofCi.number, label: 'mine' }],
      services: ['Lumora'],
    });
    await events.until(({ message }) => message?.code === '314159');
    expect(events.all.flatMap(({ lease }) => lease?.holder ?? [])).toContain('ci');
    expect(JSON.stringify(events.all)).not.toMatch(/271828|theirs|"web"|balance":\{/);
    const { cursor } = events.all[0]!;
    const again = await eventsOf({ ...own.host, token: ci.token }, cursor);
    await again.until(({ message }) => message?.code === '314159');
    expect(JSON.stringify(again.all)).not.toMatch(/271828|theirs/);

    expectRefusal(await ci.call('DELETE', `/v1/messages/${theirs}`), 404, 'NOT_FOUND');
    expect((await ci.call('DELETE', `/v1/messages/${mine}`)).status).toBe(200);
    expect(messagesIn(await own.call('GET', '/v1/messages'))).toEqual(['271828']);
  });

  it('may choose the same key, and each gets a lease', async ({ own, ci, web }) => {
    const guests = [ci, web];
    const body = { country: 'US', type: 'local' };
    const take = ({ call }: Pick<typeof own, 'call'>) => call('POST', '/v1/leases', body, { 'idempotency-key': 'k' });
    const answers = await Promise.all([own, ...guests, ...guests].map(take));
    const ids = answers.map(({ body }) => (body as Lease).id);
    expect(new Set(ids).size).toBe(3);
    expect([ids[3], ids[4]]).toEqual([ids[1], ids[2]]);
  });
});

describe('a token that is removed', () => {
  it('is refused at once, also what waits, and its leases end', async ({ own, ci }) => {
    const { id } = await ci.lease({ ttlSeconds: 600 });
    await ci.call('POST', `/v1/leases/${id}/pin`, { pinned: true });
    const events = await eventsOf({ ...own.host, token: ci.token });
    const closed = closeOf(events.socket);
    const poll = ci.call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`);
    await own.call('GET', '/v1/health');
    expect((await own.call('DELETE', '/v1/tokens/ci')).status).toBe(200);
    expectRefusal(await poll, 401, 'UNAUTHORIZED');
    expect(await closed).toBe(4401);
    expectRefusal(await ci.call('GET', '/v1/leases'), 401, 'UNAUTHORIZED');
    await expect.poll(() => own.host.app.lease(id).state).toBe('released');
    expect(own.log.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(tokensIn(await own.call('GET', '/v1/tokens'))).toEqual([]);
  });

  it('while the host was off has no leases any more after its start', async ({ own, ci }) => {
    const { id, number } = await ci.lease({ ttlSeconds: 600 });
    const ofHost = await own.lease({ ttlSeconds: 600 });
    await own.host.close();
    const db = new DatabaseSync(join(own.dataDir, 'history.db'));
    db.exec('DELETE FROM tokens');
    db.close();
    await own.restart();
    await expect.poll(() => own.host.app.lease(id).state).toBe('released');
    expect(own.emulator.state().released.map(({ phoneNumber }) => phoneNumber)).toEqual([number]);
    expect(own.host.app.lease(ofHost.id).state).toBe('active');
  });
});
