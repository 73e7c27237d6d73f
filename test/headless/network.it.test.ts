import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { failureOf, tempFolder, type OnEnd } from '../adapters/harness.ts';
import { selfSigned } from '../support/certificate.ts';
import { feedOf, refusalOf } from './harness.ts';
import { bearer, ownersToken, publicName, publicUrl, teamHost, type TeamHost } from './team.ts';

const ends: Parameters<OnEnd>[0][] = [];
let team: TeamHost;
beforeAll(async () => {
  team = await teamHost({ onEnd: (end) => void ends.unshift(end) });
});
afterAll(async () => {
  for (const end of ends) await end();
});

const owner = bearer(ownersToken);

/** An address of this machine that others on its network would use. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((one) => one !== undefined && !one.internal && one.family === 'IPv4')?.address;

describe('a host for a team', () => {
  it('says where it is reached, and gives nobody a link with the token', () => {
    const { ready } = team.host;
    expect(ready).toMatchObject({ api: publicUrl, ui: publicUrl, listens: `0.0.0.0:${team.port}`, tokenFile: null });
    expect(team.host.app.state().api).toMatchObject({ url: publicUrl, tokenFile: null });
    expect(JSON.stringify(ready)).not.toContain(ownersToken);
  });

  it('writes the token that it was given nowhere', async () => {
    expect((await team.ask('GET', '/v1/health', owner)).status).toBe(200);
    const files = readdirSync(team.dataDir, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(team.dataDir, name),
    );
    expect(files.some((file) => statSync(file).isFile() && readFileSync(file, 'latin1').includes(ownersToken))).toBe(
      false,
    );
    expect(existsSync(join(team.dataDir, 'api-token'))).toBe(false);
    expect(existsSync(join(team.dataDir, 'host.json'))).toBe(false);
    expect(team.log.filter((line) => line.includes(ownersToken))).toEqual([]);
  });

  it('answers over TLS by its public name', async () => {
    const { status, headers } = await team.ask('GET', '/v1/health', { ...owner, origin: publicUrl });
    expect(status).toBe(200);
    expect(headers['strict-transport-security']).toBe('max-age=15552000');
    expect((await team.ask('GET', '/v1/health', { ...owner, host: `${publicName}:443` })).status).toBe(200);
    const { until } = await feedOf(team.socket('/v1/events', [`token.${ownersToken}`]));
    expect(await until(() => true)).toMatchObject({ type: 'state' });
  });

  it('takes no token in the address of a WebSocket, which proxies write down', async () => {
    expect(await refusalOf(team.socket(`/v1/events?token=${ownersToken}`, []))).toContain('400');
  });

  it.each([
    '127.0.0.1',
    'localhost',
    'evil.example',
    `${publicName}.evil.example`,
    `${publicName}:5001`,
    `${publicName}.`,
  ])('answers to “%s” nothing but its health', async (name) => {
    const host = name === '127.0.0.1' || name === 'localhost' ? `${name}:${team.port}` : name;
    for (const path of ['/', '/v1/health', '/v1/session', '/health?x=1'])
      expect((await team.ask('GET', path, { ...owner, host })).status, path).toBe(403);
    expect((await team.ask('POST', '/health', { ...owner, host })).status).toBe(403);
    expect(await team.ask('GET', '/health', { host })).toMatchObject({
      status: 200,
      text: '{"status":"ok","role":"active"}',
    });
    expect(await refusalOf(team.socket('/v1/events', [`token.${ownersToken}`], { host }))).toContain('403');
  });

  it.each([`http://${publicName}`, `${publicUrl}:8443`, 'https://evil.example', `https://sub.${publicName}`, 'null'])(
    'answers nothing to a page at “%s”',
    async (origin) => {
      expect((await team.ask('GET', '/v1/health', { ...owner, origin })).status).toBe(403);
      expect(await refusalOf(team.socket('/v1/events', [`token.${ownersToken}`], { origin }))).toContain('403');
    },
  );

  it('speaks to nobody without TLS', async () => {
    const socket = connect(team.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let heard = '';
    socket.on('data', (data) => (heard += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.write(`GET /health HTTP/1.1\r\nHost: ${publicName}\r\n\r\n`);
    await once(socket, 'close');
    expect(heard).not.toContain('HTTP');
  });

  it('refuses what is older than TLS 1.2', async () => {
    const socket = connectTls({ port: team.port, host: '127.0.0.1', maxVersion: 'TLSv1.1', minVersion: 'TLSv1' });
    expect(((await once(socket, 'error')) as [Error])[0]).toBeInstanceOf(Error);
  });

  it.skipIf(outside === undefined)('can be reached from other machines, its webhook too', async () => {
    for (const port of [team.port, Number(new URL(team.host.ready.webhook).port)]) {
      const socket = connect(port, outside);
      await once(socket, 'connect');
      socket.destroy();
    }
  });
});

describe('a host behind a proxy', () => {
  it('counts wrong tokens by what the proxy says of their senders', async () => {
    const proxied = await teamHost({ proxied: true });
    const guess = (from: string) =>
      proxied.ask('GET', '/v1/health', { ...bearer('w'.repeat(43)), 'x-forwarded-for': from });
    for (let i = 0; i < 120; i += 1) expect((await guess(`203.0.113.${i}, 198.51.100.7`)).status).toBe(401);
    const { status, headers } = await guess('198.51.100.7');
    expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await guess('198.51.100.7, 203.0.113.9')).status).toBe(401);
  });

  it('where TLS ends here believes nobody about that', async () => {
    const guess = (from: string) =>
      team.ask('GET', '/v1/health', { ...bearer('w'.repeat(43)), 'x-forwarded-for': from });
    let status = 0;
    for (let i = 0; i < 121; i += 1) ({ status } = await guess(`203.0.113.${i}`));
    expect(status).toBe(429);
    expect((await team.ask('GET', '/v1/health', owner)).status).toBe(200);
  });
});

describe('a host that cannot serve others as it should', () => {
  const pair = selfSigned(publicName);
  const files = (cert: string | null, key: string | null) => {
    const folder = tempFolder();
    const names = { OTP_DOCK_TLS_CERT: join(folder, 'cert.pem'), OTP_DOCK_TLS_KEY: join(folder, 'key.pem') };
    if (cert !== null) writeFileSync(names.OTP_DOCK_TLS_CERT, cert);
    if (key !== null) writeFileSync(names.OTP_DOCK_TLS_KEY, key);
    return names;
  };

  it.each([
    ['no certificate', null, pair.key, /OTP_DOCK_TLS_CERT does not exist/],
    ['no key', pair.cert, null, /OTP_DOCK_TLS_KEY does not exist/],
    ['a key for a certificate', pair.key, pair.key, /OTP_DOCK_TLS_CERT is not what is needed/],
    ['a certificate for a key', pair.cert, pair.cert, /OTP_DOCK_TLS_KEY is not what is needed/],
    ['another key', pair.cert, selfSigned(publicName).key, /do not belong together/],
  ])('(%s) says so and does not start', async (_what, cert, key, message) => {
    const failure = await failureOf(teamHost({ variables: files(cert, key) }));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay(message) });
    expect(JSON.stringify(failure)).not.toContain('PRIVATE');
  });

  it('because the address is none of this machine’s says so and does not start', async () => {
    const failure = await failureOf(teamHost({ variables: { OTP_DOCK_LISTEN: '203.0.113.1' } }));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay('203.0.113.1') });
  });

  it('because its port is taken says so: others were told that port', async () => {
    const variables = { OTP_DOCK_API_PORT: String(team.port) };
    const message: unknown = expect.toSay(String(team.port));
    expect(await failureOf(teamHost({ variables }))).toMatchObject({ code: 'PORT_IN_USE', message });
  });
});
