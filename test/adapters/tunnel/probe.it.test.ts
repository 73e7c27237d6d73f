import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProbe } from '../../../electron/adapters/tunnel/probe.ts';
import { explainCall } from '../../../electron/adapters/tunnel/probeErrors.ts';
import { createSigner } from '../../../electron/adapters/twilio/signature.ts';
import { failureOf, freePort, serverForTest } from '../harness.ts';
import { accountSid, authToken, listenerForTest, params } from '../webhook/harness.ts';

const probe = createProbe(createSigner(), 300);
const message = params as Record<string, string>;

/** What a proxy answers. */
const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  serverForTest((_request, response) => void response.writeHead(status, headers).end(body));

describe('who answers at a public URL', () => {
  it('is this run when it leads to its listener', async () => {
    const { origin } = await listenerForTest();
    expect(await probe.instance(origin)).toBe('this-run');
  });

  it.each([
    ['a page', 200, '<html>Welcome</html>'],
    ['another program’s health', 200, '{"status":"ok"}'],
    ['an instance that is no text', 200, '{"status":"ok","instance":7}'],
    ['a page that is not there', 404, 'Not found'],
    ['a login', 401, '{"status":"ok","instance":"x"}'],
    ['more than anyone wants to read', 200, `{"status":"ok","instance":"${'x'.repeat(1_000_000)}"}`],
    ['nothing at all', 200, ''],
  ])('is somebody else when it is %s', async (_what, status, body) => {
    expect(await probe.instance(await answering(status, body))).toBeNull();
  });

  it('is not asked at the end of a redirect', async () => {
    const { origin } = await listenerForTest();
    const moved = await answering(308, '', { location: `${origin}/health` });
    const failure = await failureOf(probe.instance(moved));
    expect(failure).toMatchObject({ code: 'TUNNEL_FAILED', message: expect.toSay('308') });
  });

  it('is a proxy that does not get through when it says so', async () => {
    const failure = await failureOf(probe.instance(await answering(502, 'Bad gateway')));
    expect(failure).toMatchObject({ message: expect.toSay('does not get through'), hint: expect.toSay('port') });
  });

  it('is nobody when nothing listens', async () => {
    const failure = await failureOf(probe.instance(`http://127.0.0.1:${await freePort()}`));
    expect(failure).toMatchObject({ code: 'TUNNEL_FAILED', message: expect.toSay('ECONNREFUSED'), retryable: true });
  });

  it('is nobody when the answer does not come in time, or does not end', async () => {
    const silent = await serverForTest(() => undefined);
    const endless = await serverForTest((_request, response) => void response.writeHead(200).write('{'));
    for (const url of [silent, endless]) {
      expect(await failureOf(probe.instance(url))).toMatchObject({ message: expect.toSay('within 0.3 s') });
    }
  });

  it('is unknown when the connection is hung up on', async () => {
    const url = await serverForTest(({ socket }) => void socket.destroy());
    expect(await failureOf(probe.instance(url))).toMatchObject({ message: expect.toSay('cut off') });
  });

  it('is not believed without a certificate', async () => {
    const server = createTlsServer((_request, response) => void response.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await failureOf(probe.instance(url))).toMatchObject({ message: expect.toSay('TLS') });
  });
});

describe('why an address could not be asked', () => {
  it.each([
    ['ENOTFOUND', 'host name'],
    ['CERT_HAS_EXPIRED', 'TLS'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'TLS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'TLS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TLS'],
    ['ETIMEDOUT', 'within 5 s'],
    ['SOMETHING_NEW', 'could not be reached'],
  ])('(%s) is said in words, without what was sent', (code, text) => {
    const { failure } = explainCall(Object.assign(new Error(`secret ${authToken}`), { code }), 5_000);
    expect(failure.message).toSay(text);
    expect(JSON.stringify(failure)).not.toContain(authToken);
  });

  it('is found in the first of several addresses, and may be unknown', () => {
    const several = new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]);
    expect(explainCall(several, 5_000).failure.message).toSay('Nothing answers');
    expect(explainCall('odd', 5_000).failure.message).toEqual('The public URL could not be reached.');
  });
});

describe('a message to oneself', () => {
  it('is signed as Twilio signs, and taken', async () => {
    const listener = await listenerForTest({ publicUrls: () => [`${listener.origin}/webhook`] });
    expect(await probe.deliver(`${listener.origin}/webhook`, authToken, message)).toBe(200);
    expect(
      await probe.deliver(`${listener.origin}/webhook#rc=3&rp=all`, authToken, { ...message, Body: 'ü 🎉 &=+' }),
    ).toBe(200);
    expect(listener.received).toMatchObject([{ accountSid, body: 'Your code is 123456' }]);
  });

  it('is refused with another token', async () => {
    const listener = await listenerForTest({ publicUrls: () => [`${listener.origin}/webhook`] });
    expect(await probe.deliver(`${listener.origin}/webhook`, 'f'.repeat(32), message)).toBe(403);
    expect(listener.refused).toEqual(['signature']);
  });

  it('tells a redirect by its status, and does not go there', async () => {
    const listener = await listenerForTest();
    const moved = await answering(307, '', { location: `${listener.origin}/webhook` });
    expect(await probe.deliver(`${moved}/webhook`, authToken, message)).toBe(307);
    expect(listener.refused).toEqual([]);
  });

  it('that reaches nobody says so, without the token', async () => {
    const failure = await failureOf(probe.deliver(`http://127.0.0.1:${await freePort()}/webhook`, authToken, message));
    expect(failure).toMatchObject({ code: 'TUNNEL_FAILED', retryable: true });
    expect(JSON.stringify(failure)).not.toContain(authToken);
  });
});
