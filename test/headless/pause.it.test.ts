import { describe, expect } from 'vitest';
import { expectRefusal, it } from './harness.ts';

describe('with reception paused', () => {
  it('a script is told so, and has its code after the pause', async ({ emulator, host, call, get, lease }) => {
    const { id, number } = await lease({ ttlSeconds: 600 });
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`);
    await get('/v1/health');
    await host.app.requests['reception.pause']({ paused: true });
    expectRefusal(await waiting, 409, 'RECEPTION_PAUSED');
    expectRefusal(await call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`), 409, 'RECEPTION_PAUSED');
    expect(await get('/v1/health')).toMatchObject({ paused: true, tunnel: { state: 'off', url: null } });

    const { delivered } = await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    expect(delivered.map(({ status }) => status)).toContain(503);
    expect(await get('/v1/messages')).toEqual({ messages: [], next: null });
    expect(host.app.state().reception.refused.paused).toBeGreaterThan(0);

    await host.app.requests['reception.pause']({ paused: false });
    const found = await call('GET', `/v1/leases/${id}/code?timeoutSeconds=30`);
    expect(found).toMatchObject({ status: 200, body: { code: '482913', message: { source: 'backfill' } } });
    expect(await get('/v1/health')).toMatchObject({ paused: false, tunnel: { state: 'online' } });
    expect(host.app.state().messages).toHaveLength(1);
  });
});
