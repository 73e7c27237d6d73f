import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listenOn } from '../../electron/adapters/listen.ts';
import { closeServer } from '../../electron/adapters/loopback.ts';
import { Tls } from '../../electron/adapters/tls.ts';
import { thrownFailure } from '../support/failures.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { certificate, selfSigned } from '../support/certificate.ts';
import { listLogger, tempFolder } from './harness.ts';

const name = 'otp-dock.example';
const minute = 60_000;

function pairIn(cert: string, key: string) {
  const folder = tempFolder();
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  return files;
}

function open(files: { cert: string; key: string }) {
  const [log, clock] = [listLogger(), new ManualClock(Date.now())];
  return { tls: new Tls(files, { clock, log }), log: log.lines, clock };
}

const refusal = (files: { cert: string; key: string }) => thrownFailure(() => open(files));

describe('the certificate and its key', () => {
  const pair = selfSigned(name);

  it('that are missing, or no files, are told apart', () => {
    const files = pairIn(pair.cert, pair.key);
    expect(refusal({ ...files, key: join(files.key, '..', 'none.pem') })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.toSay(/none\.pem in OTP_DOCK_TLS_KEY does not exist/),
      hint: expect.toSay('container'),
    });
    expect(refusal({ ...files, cert: join(files.cert, '..') })).toMatchObject({
      message: expect.toSay(/OTP_DOCK_TLS_CERT could not be read \(EISDIR\)/),
    });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('that may not be read say for whom', () => {
    const files = pairIn(pair.cert, pair.key);
    chmodSync(files.key, 0);
    expect(refusal(files)).toMatchObject({
      message: expect.toSay(/OTP_DOCK_TLS_KEY may not be read by the user/),
      hint: expect.toSay('group'),
    });
  });

  const root = selfSigned('Root');
  const middle = certificate(['Middle'], { signer: root });
  const own = certificate([name], { signer: middle });
  const chain = (...certificates: { cert: string }[]) => certificates.map(({ cert }) => cert).join('');

  it.each([
    ['the signer first', chain(middle, own)],
    ['the root before what it signed', chain(own, root, middle)],
  ])('in the wrong order (%s) say so', (_what, cert) => {
    expect(refusal(pairIn(cert, own.key))).toMatchObject({
      message: expect.toSay(/cert\.pem in OTP_DOCK_TLS_CERT are in the wrong order/),
      hint: expect.toSay('the host’s own first'),
    });
  });

  it('in order, with or without the root, or with one that has nothing to do with it, are fine', () => {
    for (const cert of [chain(own), chain(own, middle), chain(own, middle, root), chain(own, middle, pair)])
      expect(open(pairIn(cert, own.key)).log).toEqual([]);
  });

  it.each([
    ['is over', { to: new Date(Date.now() - minute) }, 'expired on'],
    ['is yet to begin', { from: new Date(Date.now() + 10 * minute) }, 'is not valid before'],
  ])('whose time %s are served, with a word about it', (_what, times, said) => {
    const { cert, key } = certificate([name], times);
    expect(open(pairIn(cert, key)).log).toEqual([expect.stringContaining(`OTP_DOCK_TLS_CERT ${said}`)]);
  });
});

describe('a server', () => {
  async function serverWith(files: { cert: string; key: string }) {
    const { tls, ...more } = open(files);
    const { server, port } = await listenOn('127.0.0.1', 0, (_request, response) => void response.end(), { tls });
    onTestFinished(() => closeServer(server, 0));
    const shown = async () => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
      await once(socket, 'secureConnect');
      const { fingerprint256 }: PeerCertificate = socket.getPeerCertificate();
      socket.destroy();
      return fingerprint256;
    };
    return { ...more, server, shown };
  }
  const printOf = (cert: string) => new X509Certificate(cert).fingerprint256;

  it('takes up files that are renewed, once both are there, and says when they stay unusable', async () => {
    const [first, second] = [selfSigned(name), selfSigned(name)];
    const files = pairIn(first.cert, first.key);
    const { clock, log, shown } = await serverWith(files);
    expect(await shown()).toBe(printOf(first.cert));

    writeFileSync(files.key, second.key);
    await clock.advance(minute);
    expect([await shown(), log]).toEqual([printOf(first.cert), []]);
    await clock.advance(5 * minute);
    expect([await shown(), log]).toEqual([printOf(first.cert), [expect.stringContaining('do not belong together')]]);
    expect(log.join()).not.toContain('PRIVATE');

    writeFileSync(files.cert, second.cert);
    await clock.advance(minute);
    expect([await shown(), log.length]).toEqual([printOf(second.cert), 2]);
  });

  it('says once that its certificate has run out, and looks at no file when it is closed', async () => {
    const { cert, key } = certificate([name], { to: new Date(Date.now() + 2 * minute) });
    const { clock, log, server } = await serverWith(pairIn(cert, key));
    expect(log).toEqual([]);
    await clock.advance(10 * minute);
    expect(log).toEqual([expect.stringContaining('expired on')]);
    await closeServer(server, 0);
    expect(clock.waiting).toBe(0);
  });
});
