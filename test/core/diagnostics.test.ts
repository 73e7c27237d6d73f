import { describe, expect, it } from 'vitest';
import { diagnosticsText, withoutPersonal } from '../../electron/core/diagnostics.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { credentials, startCore } from '../support/coreApp.ts';
import { exampleLease, exampleMessage, exampleNow, exampleReception, exampleState } from '../fakes/appState.ts';

const port = {
  facts: () => [['Node', '24.0.0']] as [string, string][],
  recentLog: () => [] as string[],
  home: '/home/tester',
};
const input = { version: '1.2.3', host: 'desktop', now: exampleNow, port } as const;
const kept = { messages: 12, ledgerEntries: 34 };

describe('the diagnostics', () => {
  it('say what it is, what it runs on, and how everything is', () => {
    const state = exampleState({
      leases: [exampleLease(), exampleLease({ id: 'lease-2', state: 'released' })],
      reception: exampleReception({ accepted: 3, refused: { ...exampleReception().refused, signature: 2 } }),
    });
    const text = diagnosticsText({ ...input, app: { state, kept } });
    for (const part of [
      'OTP Dock 1.2.3 (desktop), 2026-03-02T10:00:00.000Z',
      'Node: 24.0.0',
      'Account: connected, SID …0000',
      'Reception: ngrok, online, with a public URL',
      'Received in this run: 3 by webhook',
      'Refused: 2 signature',
      'Leases in view: 1 active, 1 released',
      'On disk: 12 messages, 34 ledger entries',
      'policy "release"',
      'publicUrl not set',
      'No warnings or errors.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('have no name, number, message, code, address or folder of the person', () => {
    const state = exampleState({
      leases: [exampleLease({ label: 'secret project', service: 'Bank' })],
      messages: [exampleMessage()],
      settings: {
        ...defaultSettings,
        publicUrl: 'https://hooks.person.example',
        ngrokDomain: 'person.ngrok-free.app',
        installation: 'abcd1234',
        rules: [{ id: '1', name: 'My bank', sender: '+14155550199', pattern: '(?<code>1)' }],
      },
      tunnel: { kind: 'url', state: 'online', url: 'https://hooks.person.example', problem: null },
    });
    const log = [
      `Could not release +14155550123 (PN${'1'.repeat(32)}) of AC${'a'.repeat(32)}; see /home/tester/x for a@b.example`,
    ];
    const text = diagnosticsText({ ...input, port: { ...port, recentLog: () => log }, app: { state, kept } });
    expect(text).not.toMatch(/Example|person|abcd1234|My bank|1415555|481920|secret project|Bank|tester|a@b/);
    expect(text).toContain('Could not release +…23 (PN…1111) of AC…aaaa; see ~/x for …@…');
  });

  it('are short enough to read through: the oldest lines of the log are left out', () => {
    const lines = Array.from({ length: 50 }, (_, index) => `line ${index} ${'x'.repeat(500)}`);
    const text = diagnosticsText({ ...input, port: { ...port, recentLog: () => lines }, app: null });
    expect(text.length).toBeLessThan(9_100);
    expect(text).toContain('line 49');
    expect(text).not.toContain('line 0 ');
  });

  it('come from the app as it is, without secrets', async () => {
    const { app, log } = await startCore();
    log.push('error It broke.');
    const answer = await app.handle('diagnostics.get', undefined);
    expect(answer).toMatchObject({ ok: true, value: { text: expect.stringMatching(/Account: connected.*SID …aaaa/) } });
    const { text } = (answer as { value: { text: string } }).value;
    expect(text).toContain('On disk: 0 messages, 0 ledger entries');
    expect(text).toContain('error It broke.');
    expect(text).not.toContain(credentials.authToken);
    expect(text).not.toContain('hooks.example');
  });

  it('are there without an account, too', async () => {
    const { app } = await startCore({ environment: { credentials: null } });
    expect((await app.requests['diagnostics.get'](undefined)).text).toMatch(
      /Account: none[\s\S]*On disk: unknown messages/,
    );
  });
});

it('an error that nobody caught is told in a notice, once', async () => {
  const { app } = await startCore();
  app.tellFault();
  app.tellFault();
  expect(app.state().notices.map(({ id }) => id)).toEqual(['fault']);
});

it.each([
  ['to +12025550123', 'to +…23'],
  ['2026-03-02T10:00:00.000Z warn', '2026-03-02T10:00:00.000Z warn'],
  ['5000 and 482913', '5000 and 482913'],
])('a line without what is personal %s', (line, expected) => expect(withoutPersonal(line, '/home/x')).toBe(expected));
