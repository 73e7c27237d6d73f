import { describe, expect } from 'vitest';
import { samplesIn, type Samples } from '../support/exposition.ts';
import { expectRefusal, it, type TestHost } from './harness.ts';
import { guestOf } from './sharing.ts';

async function metricsOf({ call }: Pick<TestHost, 'call'>): Promise<Samples> {
  const { status, headers, body } = await call('GET', '/metrics');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(headers.get('cache-control')).toBe('no-store');
  return samplesIn(body as string);
}

/** What one sample says, until it says so. */
async function until(own: TestHost, sample: string, value: number): Promise<void> {
  await expect.poll(async () => (await metricsOf(own)).get(sample)).toBe(value);
}

describe('the metrics', () => {
  it('say what the host is, and how its process fares', async ({ own }) => {
    await until(own, 'otp_dock_connected', 1);
    const samples = await metricsOf(own);
    expect(samples.get('otp_dock_build_info{version="1.2.3"}')).toBe(1);
    expect(samples.get('otp_dock_role{role="active"}')).toBe(1);
    expect(samples.get('otp_dock_reception_paused')).toBe(0);
    expect(samples.get('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect([...samples.keys()].filter((name) => !/^(otp_dock|process|nodejs)_/.test(name))).toEqual([]);
  });

  it('count leases, purchases and what they cost from the start, before anybody has asked', async ({ own }) => {
    const [first] = [await own.lease(), await own.lease({ policy: 'keep' })];
    await own.call('DELETE', `/v1/leases/${first.id}`);
    await until(own, 'otp_dock_numbers_released_total', 1);
    const samples = await metricsOf(own);
    expect(samples.get('otp_dock_leases{state="active"}')).toBe(1);
    expect(samples.get('otp_dock_leases{state="buying"}')).toBe(0);
    expect(samples.get('otp_dock_leases_started_total')).toBe(2);
    expect(samples.get('otp_dock_leases_ended_total')).toBe(1);
    expect(samples.get('otp_dock_purchases_total')).toBe(2);
    expect(samples.get('otp_dock_purchases_failed_total')).toBe(0);
    expect(samples.get('otp_dock_spending{period="day",currency="USD"}')).toBe(2.3);
    expect(samples.get('otp_dock_spending{period="month",currency="USD"}')).toBe(2.3);
  });

  it('count purchases that failed, and requests that wait for a number', async ({ own }) => {
    const refused = await own.call('POST', '/v1/leases', { country: 'US', type: 'local', areaCode: '533' });
    expect(refused.status).toBe(404);
    const { call } = await guestOf(own, 'ci', { leases: 1 });
    const { body } = await call('POST', '/v1/leases', { country: 'US', type: 'local' });
    const waiting = call('POST', '/v1/leases', { country: 'US', type: 'local', waitSeconds: 60 });
    await until(own, 'otp_dock_lease_requests_waiting', 1);
    await call('DELETE', `/v1/leases/${(body as { id: string }).id}`);
    expect((await waiting).status).toBe(201);
    await until(own, 'otp_dock_lease_requests_waiting', 0);
    expect((await metricsOf(own)).get('otp_dock_purchases_failed_total')).toBe(1);
  });

  it('tell messages by how they came, how soon they were answered, and who waited for them', async ({ own }) => {
    const { id, number } = await own.lease({ ttlSeconds: 600 });
    const waiting = [own.get(`/v1/leases/${id}/code`), own.get(`/v1/message?to=${number}`)];
    await until(own, 'otp_dock_waits', 2);
    await own.emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    await Promise.all(waiting);
    const unsigned = await fetch(own.host.ready.webhook, { method: 'POST', body: new URLSearchParams({ Body: 'x' }) });
    expect(unsigned.status).toBe(403);
    const samples = await metricsOf(own);
    expect(samples.get('otp_dock_waits')).toBe(0);
    expect(samples.get('otp_dock_messages_total{source="webhook",outcome="stored"}')).toBe(1);
    expect(samples.get('otp_dock_messages_total{source="webhook",outcome="duplicate"}')).toBe(0);
    expect(samples.get('otp_dock_webhooks_refused_total{reason="signature"}')).toBe(1);
    expect(samples.get('otp_dock_webhook_answer_duration_seconds_count')).toBe(1);
    expect(samples.get('otp_dock_webhook_answer_duration_seconds_bucket{le="30"}')).toBe(1);
    expect(samples.get('otp_dock_webhook_answer_duration_seconds_sum')).toBeGreaterThan(0);
    expect(samples.get('otp_dock_message_delivery_duration_seconds_count{source="webhook"}')).toBe(2);
    expect(samples.get('otp_dock_message_delivery_duration_seconds_count{source="backfill"}')).toBe(0);
  });

  it('need a token, with or without a name, and are for this machine', async ({ own }) => {
    const { call } = await guestOf(own, 'prometheus');
    expect((await metricsOf({ call })).get('otp_dock_leases{state="active"}')).toBe(0);
    expectRefusal(await own.call('GET', '/metrics', undefined, { authorization: 'Bearer wrong' }), 401, 'UNAUTHORIZED');
    expectRefusal(await own.call('GET', '/metrics', undefined, { origin: 'http://evil.example' }), 403, 'FORBIDDEN');
    expectRefusal(await own.call('POST', '/metrics'), 404, 'NOT_FOUND');
  });
});
