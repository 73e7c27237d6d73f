import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { systemClock } from '../../../electron/adapters/systemClock.ts';
import type { KeyValueStore } from '../../../electron/adapters/settings/store.ts';
import { withChange } from '../../../electron/contract/change.ts';
import type { AppState, Lease, Message } from '../../../electron/contract/state.ts';
import { ShownApp } from '../../../electron/main/team/shownApp.ts';
import { TeamChoice } from '../../../electron/main/team/teamChoice.ts';
import { TeamHost } from '../../../electron/main/team/teamHost.ts';
import { openTeamSocket } from '../../../electron/main/team/teamSocket.ts';
import { freePort } from '../../adapters/harness.ts';
import { hostForTest, type TestHost } from '../../headless/harness.ts';
import { failureOf } from '../../support/failures.ts';
import { selfSigned } from '../../support/certificate.ts';
import { startCore, type CoreOptions } from '../../support/coreApp.ts';

const version = '1.2.9';

/** The desktop app's core, with what it keeps between starts. */
async function desktop(options: CoreOptions = {}, stored = new Map<string, unknown>()) {
  const core = await startCore(options);
  const opened: string[] = [];
  const shown = new ShownApp({ own: core.app, openLink: async (url) => void opened.push(url) });
  const values: KeyValueStore = {
    get: (key) => stored.get(key),
    set: (key, value) => void stored.set(key, value),
    delete: (key) => void stored.delete(key),
  };
  const choice = new TeamChoice({
    values,
    secrets: {
      storage: 'encrypted',
      read: async (name) => (stored.get(`secret ${name}`) as string | undefined) ?? null,
      write: async (name, value) => void stored.set(`secret ${name}`, value),
      remove: async (name) => void stored.delete(`secret ${name}`),
    },
    state: () => core.app.state(),
    open: (team) => new TeamHost({ team, version, clock: systemClock, open: openTeamSocket }),
    show: (team) => shown.show(team),
  });
  onTestFinished(() => shown.show(null));
  core.app.showDesktop({
    ...{ system: 'linux', team: null, shortcutProblem: null, loginProblem: null },
    ...{ presenting: false, closing: false, update: { kind: 'off', why: 'development' } },
  });
  /** Resolves with what the function returns, as soon as that is not undefined, now or after a change. */
  const eventually = <T>(look: (state: AppState) => T | undefined) =>
    new Promise<T>((resolve) => {
      const check = () => {
        const found = look(shown.state());
        if (found !== undefined) resolve(found);
      };
      shown.on('state', check);
      check();
    });
  const kindIs = (kind: string) =>
    eventually(({ desktop }) => (desktop?.team?.kind === kind ? desktop.team : undefined));
  return { ...core, shown, choice, stored, opened, eventually, kindIs };
}

/** The desktop app, which shows a host. */
async function onTeam(options: CoreOptions = {}) {
  const own = await hostForTest({ variables: { OTP_DOCK_API_PORT: String(await freePort()) } });
  const app = await desktop(options);
  await app.choice.connect(teamOf(own));
  return { own, ...app };
}

const teamOf = ({ host }: TestHost) => ({ url: host.ready.api, token: host.token });

describe('the desktop app on a team’s host', () => {
  test('shows its numbers and messages, and takes and ends numbers there', async () => {
    const { own, shown, eventually, twilio, opened } = await onTeam();
    const messages: Message[] = [];
    shown.on('message', (message) => messages.push(message));
    const started = await shown.handle('leases.start', { requestId: 'one', country: 'US', type: 'local' });
    const { id, number } = (started as { ok: true; value: Lease }).value;
    expect((await own.get<{ leases: Lease[] }>('/v1/leases')).leases.map((lease) => lease.id)).toContain(id);
    expect(twilio.purchases).toEqual([]);

    await own.emulator.sendSms({ to: number as string, body: 'Your code is 482913. https://example.com/verify' });
    const message = await eventually(({ messages: [newest] }) => newest);
    expect(message).toMatchObject({ code: '482913', leaseId: id });
    expect(messages.map(({ code }) => code)).toEqual(['482913']);

    expect(await shown.handle('messages.openLink', { sid: message.sid, index: 0 })).toEqual({ ok: true, value: null });
    expect(opened).toEqual(['https://example.com/verify']);
    expect(await shown.handle('leases.end', { id })).toMatchObject({ ok: true });
    await eventually(({ leases }) => leases.find((lease) => lease.id === id && lease.state !== 'active'));
  });

  test('tells windows each change so that they have the same state', async () => {
    const { shown, own, eventually } = await onTeam();
    let page = shown.state();
    shown.on('stateChanged', (change) => {
      expect(change.from).toBe(page.revision);
      page = withChange(page, change);
    });
    const { id } = await own.lease();
    await eventually(({ leases }) => leases.find((lease) => lease.id === id));
    await shown.handle('settings.update', { theme: 'dark' });
    expect(page).toEqual(shown.state());
  });

  test('keeps what concerns this computer here, and changes the rest for the team', async () => {
    const { own, app, shown, eventually } = await onTeam();
    const patch = { theme: 'dark', closeToTray: true, ttlSeconds: 90 };
    expect(await shown.handle('settings.update', patch)).toEqual({ ok: true, value: null });
    await eventually(({ settings }) => settings.ttlSeconds === 90 || undefined);
    expect(shown.state()).toMatchObject({
      settings: { theme: 'dark', closeToTray: true, ttlSeconds: 90 },
      capabilities: { openDataDir: false, switchApi: false },
    });
    expect(app.state().settings).toMatchObject({ theme: 'dark', closeToTray: true, ttlSeconds: 60 });
    expect(own.host.app.state().settings).toMatchObject({ theme: 'system', closeToTray: false, ttlSeconds: 90 });
    expect(await shown.handle('settings.update', { ttlSeconds: 0 })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  test('says that the host is away, asks nothing meanwhile, and tells afterwards what came', async () => {
    const { own, shown, kindIs, eventually, twilio } = await onTeam();
    const { id, number } = await own.lease({ ttlSeconds: 600 });
    await eventually(({ leases }) => leases.find((lease) => lease.id === id));
    const codes: (string | null)[] = [];
    shown.on('message', ({ code }) => codes.push(code));
    await own.host.close();
    await kindIs('lost');
    const problem = await eventually(({ desktop }) => desktop?.team?.problem ?? undefined);
    expect(problem.message.key).toBe('team.unreachable');
    expect(shown.state().leases.map((lease) => lease.id)).toContain(id);
    const refused = await shown.handle('leases.start', { requestId: 'two', country: 'US', type: 'local' });
    expect(refused).toMatchObject({ ok: false, error: { retryable: true } });
    expect(twilio.purchases).toEqual([]);
    await own.emulator.sendSms({ to: number as string, body: 'Your code is 482913' });
    await own.restart();
    shown.wake();
    await kindIs('online');
    await eventually(({ messages: [newest] }) => newest);
    // One that the host reads just then may be told twice, as any may.
    expect([...new Set(codes)]).toEqual(['482913']);
  });

  test('keeps its own notices apart from those of the host, whatever their ids', async () => {
    const { own, app, shown, eventually } = await onTeam();
    own.host.app.tellFault();
    app.tellFault();
    const notices = await eventually(({ notices }) => (notices.length === 2 ? notices : undefined));
    expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
    const mine = notices.find(({ id }) => id.startsWith('own '))!;
    expect(await shown.handle('notices.dismiss', { id: mine.id })).toMatchObject({ ok: true });
    expect(app.state().notices).toEqual([]);
    await eventually(({ notices }) => (notices.length === 1 ? true : undefined));
    expect(own.host.app.state().notices).toHaveLength(1);
  });

  test('goes back to its own numbers, and forgets the token', async () => {
    const { own, shown, choice, stored } = await onTeam();
    await own.lease();
    expect(stored.get('secret team')).toBe(JSON.stringify(teamOf(own)));
    await choice.leave();
    expect(shown.state()).toMatchObject({ leases: [], desktop: { team: null } });
    expect([...stored]).toEqual([]);
  });
});

describe('at the next start', () => {
  test('it shows that host again', async () => {
    const { own, stored } = await onTeam();
    const { id } = await own.lease();
    const later = await desktop({}, stored);
    await later.choice.restore();
    expect(later.shown.state()).toMatchObject({ account: { kind: 'none' }, leases: [] });
    await later.eventually(({ leases }) => leases.find((lease) => lease.id === id));
  });

  test('without the token it shows nothing of its own, and says what is missing', async () => {
    const { stored } = await onTeam();
    stored.delete('secret team');
    const later = await desktop({}, stored);
    await later.take();
    await later.choice.restore();
    expect(later.shown.state()).toMatchObject({
      leases: [],
      desktop: { team: { kind: 'refused', problem: { code: 'UNAUTHORIZED' } } },
    });
  });

  test('a token that was kept for another address is not sent to this one', async () => {
    const { stored } = await onTeam();
    const other = await hostForTest();
    stored.set('team.url', other.host.ready.api);
    const later = await desktop({}, stored);
    await later.choice.restore();
    expect((await later.kindIs('refused')).problem).toMatchObject({ message: { key: 'team.tokenMissing' } });
  });
});

describe('an answer that comes too late', () => {
  test('changes nothing once the person has chosen something else', async () => {
    const own = await hostForTest();
    const { choice, shown, stored } = await desktop();
    const late = failureOf(choice.connect(teamOf(own)));
    await choice.leave();
    expect(await late).toMatchObject({ message: { key: 'team.otherwise' } });
    expect(shown.state().desktop?.team).toBeNull();
    expect([...stored]).toEqual([]);
  });

  test('leaves no token behind when the person goes back while it is being kept', async () => {
    const own = await hostForTest();
    const { choice, shown, stored } = await desktop();
    const left = new Promise<void>((resolve) =>
      shown.on('state', ({ desktop }) => desktop?.team?.kind === 'online' && resolve(choice.leave())),
    );
    await Promise.all([choice.connect(teamOf(own)), left]);
    expect([...stored]).toEqual([]);
    expect(shown.state().desktop?.team).toBeNull();
  });

  test('changes nothing once a number of the app is in use', async () => {
    const own = await hostForTest();
    const { choice, shown, take } = await desktop();
    const late = failureOf(choice.connect(teamOf(own)));
    const { id } = await take();
    expect(await late).toMatchObject({ message: { key: 'team.inUse' } });
    expect(shown.state().leases.map((lease) => lease.id)).toEqual([id]);
  });
});

describe('nothing changes', () => {
  test.each([
    ['a wrong token', () => 'x'.repeat(43), 'UNAUTHORIZED'],
    ['a named token', async (own: TestHost) => (await own.host.app.sharing.make({ name: 'ci' })).token, 'FORBIDDEN'],
  ])('with %s', async (_what, tokenOf, code) => {
    const own = await hostForTest();
    const { choice, shown, stored } = await desktop();
    const token = await tokenOf(own);
    expect(await failureOf(choice.connect({ ...teamOf(own), token }))).toMatchObject({ code });
    expect(shown.state().desktop?.team).toBeNull();
    expect([...stored]).toEqual([]);
  });

  test('where nobody answers, or something else does', async () => {
    const own = await hostForTest();
    const { choice, shown } = await desktop();
    const token = 'x'.repeat(43);
    const nobody = choice.connect({ url: `http://127.0.0.1:${await freePort()}`, token });
    expect(await failureOf(nobody)).toMatchObject({ message: { key: 'team.unreachable' } });
    const twilio = choice.connect({ url: own.emulator.baseUrl, token });
    expect(await failureOf(twilio)).toMatchObject({ message: { key: 'team.notDock' } });
    expect(shown.state().desktop?.team).toBeNull();
  });

  test('where something that speaks otherwise is at the end of the line', async () => {
    const { choice } = await desktop();
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => server.close());
    await once(server, 'listening');
    const token = 'x'.repeat(43);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.once('connection', (socket) => socket.send('hello'));
    expect(await failureOf(choice.connect({ url, token }))).toMatchObject({ retryable: true });
    server.once('connection', (socket) =>
      socket.on('message', (data: Buffer) => {
        const { id } = JSON.parse(String(data)) as { id: number };
        socket.send(JSON.stringify({ id, result: { ok: true, value: { leases: 'none' } } }));
      }),
    );
    expect(await failureOf(choice.connect({ url, token }))).toMatchObject({ message: { key: 'team.notDock' } });
  });

  test('where the certificate is not trusted on this computer', async () => {
    const server = createServer(selfSigned('dock.example.com')).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { choice } = await desktop();
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const failure = await failureOf(choice.connect({ url, token: 'x'.repeat(43) }));
    expect(failure).toMatchObject({ message: { key: 'team.notTrusted' } });
  });

  test('while the host has another version', async () => {
    const own = await hostForTest({ options: { version: '1.3.0' } });
    const { choice } = await desktop();
    expect(await failureOf(choice.connect(teamOf(own)))).toMatchObject({ message: { key: 'team.otherVersion' } });
  });

  test('while numbers of the app are in use', async () => {
    const own = await hostForTest();
    const { choice, take } = await desktop();
    await take();
    expect(await failureOf(choice.connect(teamOf(own)))).toMatchObject({ code: 'CONFLICT' });
  });
});
