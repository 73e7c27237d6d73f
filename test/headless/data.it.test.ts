import { english } from '../../electron/contract/words/english.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Result } from '../../electron/contract/errors.ts';
import type { LeasePage } from '../../electron/contract/host.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { expectRefusal, hostForTest, it, type TestHost } from './harness.ts';
import { guestOf } from './sharing.ts';

async function ask<T>({ host }: TestHost, name: string, input?: unknown): Promise<T> {
  const answer = (await host.app.handle(name, input)) as Result<T>;
  if (!answer.ok) throw new Error(english(answer.error.message));
  return answer.value;
}

/** The text of everything in the history's files. */
function onDisk(dataDir: string): string {
  const files = readdirSync(dataDir).filter((name) => name.startsWith('history.db'));
  return files.map((name) => readFileSync(join(dataDir, name), 'latin1')).join('\n');
}

async function sendCode(test: TestHost, { number, id }: Lease, code: string): Promise<void> {
  await test.emulator.sendSms({ to: number!, from: '+12025550147', body: `Your Acme code is ${code}.` });
  const { status } = await test.call('GET', `/v1/leases/${id}/code?timeoutSeconds=20`);
  expect(status).toBe(200);
}

it('deleting the history takes messages and ended leases, and leaves what runs and what was paid', async ({ own }) => {
  const ended = await own.lease({ label: 'over' });
  await sendCode(own, ended, '271828');
  await ask(own, 'leases.end', { id: ended.id });
  await expect.poll(() => own.host.app.lease(ended.id).state).toBe('released');
  const kept = await own.lease({ label: 'kept', policy: 'keep' });
  await sendCode(own, kept, '161803');
  await ask(own, 'leases.end', { id: kept.id });
  const running = await own.lease({ label: 'running', fresh: true });
  await sendCode(own, running, '314159');

  expect(await ask(own, 'data.deleteHistory')).toEqual({ messages: 2, leases: 1 });
  const state = own.host.app.state();
  expect(state.messages.map(({ code }) => code)).toEqual(['314159']);
  expect(state.leases.map(({ label, state }) => [label, state])).toEqual([
    ['running', 'active'],
    ['kept', 'idle'],
  ]);
  expect(own.host.app.lease(running.id).latestCode?.code).toBe('314159');
  const { entries } = await ask<{ entries: { label: string | null }[] }>(own, 'ledger.list', {});
  expect(entries.map(({ label }) => label)).toContain('over');
  expect(onDisk(own.dataDir)).not.toContain('271828');
  expect(onDisk(own.dataDir)).toContain('314159');

  // Twilio still lists them, for a number that is still owned.
  await ask(own, 'messages.check', {});
  expect(own.host.app.state().messages.map(({ code }) => code)).toEqual(['314159']);
  await sendCode(own, running, '141421');
});

it('every lease is listed, page by page, the newest first', async ({ own }) => {
  const labels = ['one', 'two', 'three'];
  for (const label of labels) {
    const { id } = await own.lease({ label });
    await ask(own, 'leases.end', { id });
  }
  const seen: (string | null)[] = [];
  for (let before: string | null | undefined; before !== null;) {
    const page: LeasePage = await ask(own, 'leases.list', { limit: 2, ...(before && { before }) });
    expect(page.leases.length).toBeLessThanOrEqual(2);
    seen.push(...page.leases.map(({ label }) => label));
    before = page.next;
  }
  expect(seen.toSorted()).toEqual(labels.toSorted());
});

it('everything is wiped only when no number is forgotten by mistake', async ({ own }) => {
  const guest = await guestOf(own, 'ci');
  const lease = await own.lease({ policy: 'keep', label: 'secret test' });
  await sendCode(own, lease, '271828');
  await ask(own, 'settings.update', { theme: 'dark', limitPerDay: '5' });
  expect(await ask(own, 'data.remaining')).toEqual([{ account: own.emulator.accountSid, number: lease.number }]);
  const wipe = (leaveNumbers: boolean) => own.host.app.handle('data.wipe', { leaveNumbers });
  const error = { code: 'CONFLICT', message: expect.toSay(lease.number!) };
  expect(await wipe(false)).toMatchObject({ ok: false, error });
  expect(await wipe(true), 'it is leased').toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  expect(own.host.app.state().messages).toHaveLength(1);

  await ask(own, 'leases.end', { id: lease.id });
  await ask(own, 'data.wipe', { leaveNumbers: true });
  const { messages, leases, settings } = own.host.app.state();
  expect([messages, leases, settings.theme, settings.limitPerDay]).toEqual([[], [], 'system', null]);
  expect(await ask(own, 'data.remaining')).toEqual([]);
  expect(onDisk(own.dataDir)).not.toContain('271828');
  expect(onDisk(own.dataDir)).not.toContain('secret test');
  expect(own.emulator.state().numbers, 'it stays on Twilio').toHaveLength(1);
  expectRefusal(await guest.call('GET', '/v1/leases'), 401, 'UNAUTHORIZED');
});

it('a wipe takes the remembered secrets, too', async () => {
  const host = await hostForTest({ variables: { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' } });
  const { accountSid, authToken } = host.emulator;
  await ask(host, 'account.connect', { accountSid, authToken, remember: true });
  await ask(host, 'ngrok.setToken', { token: 'ngrok-token-of-a-test', remember: true });
  expect(existsSync(join(host.dataDir, 'secrets/twilio'))).toBe(true);
  await ask(host, 'data.wipe', { leaveNumbers: false });
  expect(readdirSync(join(host.dataDir, 'secrets'))).toEqual([]);
  const { account, credentials } = host.host.app.state();
  expect([account, credentials.source, credentials.ngrokToken]).toEqual([{ kind: 'none' }, 'none', 'none']);
});
