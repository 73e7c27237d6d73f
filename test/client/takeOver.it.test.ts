import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HostUnreachableError, OtpDock, type OtpDockError } from '../../electron/client/client.ts';
import { exampleLease, exampleMessage } from '../fakes/appState.ts';
import { freePort, json } from '../adapters/harness.ts';

const lease = exampleLease();
const received = { code: '482913', message: exampleMessage({ code: '482913' }) };
const isWait = ({ url = '' }: IncomingMessage) => url.includes('/code?');

function refusal(code: string) {
  return { error: { code, message: 'No.', hint: 'Wait.', retryable: true, twilio: null } };
}

const standsBy: RequestListener = (_request, response) =>
  void response
    .writeHead(503, { 'content-type': 'application/json', 'retry-after': '0' })
    .end(JSON.stringify(refusal('STANDBY')));

const proxyWithoutHost =
  (status: number): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>No host</h1>');

/** One address whose host can die, and be another one afterwards. */
class Place {
  readonly asked: { method: string; url: string; key: string | undefined }[] = [];
  readonly port: number;
  #answer: RequestListener;
  #server: Server | null = null;
  #came = Promise.withResolvers<void>();

  constructor(port: number, answer: RequestListener) {
    this.port = port;
    this.#answer = answer;
  }

  get dock(): OtpDock {
    return new OtpDock({ url: `http://127.0.0.1:${this.port}`, token: 't' });
  }

  async begin(answer = this.#answer): Promise<void> {
    this.#answer = answer;
    this.#server = createServer((request, response) => this.#take(request, response));
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  become(answer: RequestListener): void {
    this.#answer = answer;
  }

  /** As when its process is killed: whoever is connected is cut off, and nobody listens any more. */
  async die(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  /** Resolves with the next request, or the first that nobody has waited for. */
  async next(): Promise<void> {
    await this.#came.promise;
    this.#came = Promise.withResolvers();
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers } = request;
    this.asked.push({ method, url, key: headers['idempotency-key'] as string | undefined });
    this.#answer(request, response);
    this.#came.resolve();
  }
}

async function placeWith(answer: RequestListener): Promise<Place> {
  const place = new Place(await freePort(), answer);
  await place.begin();
  onTestFinished(() => place.die());
  return place;
}

const never: RequestListener = () => undefined;
const errorOf = (promise: Promise<unknown>): Promise<OtpDockError> =>
  promise.then(
    () => expect.unreachable('It did not fail.'),
    (thrown: unknown) => thrown as OtpDockError,
  );

describe('a wait for a code', () => {
  it('survives that its host dies, that nobody listens, and that the next one stands by first', async () => {
    const place = await placeWith(never);
    const waiting = place.dock.code({ to: '+14155550123', timeoutSeconds: 30 });
    await place.next();
    await place.die();
    await place.begin(standsBy);
    await place.next();
    await place.next();
    place.become(json(200, received));
    expect(await waiting).toMatchObject({ code: '482913' });
    expect(place.asked.every(({ url }) => url.includes('%2B14155550123'))).toBe(true);
  });

  it.each([502, 503, 504])('goes on while a proxy says %s', async (status) => {
    const place = await placeWith(proxyWithoutHost(status));
    const waiting = place.dock.code({ to: '+14155550123', timeoutSeconds: 30 });
    await place.next();
    place.become(json(200, received));
    expect(await waiting).toMatchObject({ code: '482913' });
  });

  it('keeps to its time limit, and says why nothing came', async () => {
    const place = await placeWith(standsBy);
    const begun = performance.now();
    expect(await errorOf(place.dock.code({ to: '+14155550123', timeout: 700 }))).toMatchObject({ code: 'STANDBY' });
    expect(performance.now() - begun).toBeGreaterThan(650);
    expect(performance.now() - begun).toBeLessThan(5_000);
    // Pauses grow from a tenth of a second.
    expect(place.asked.length).toBeLessThan(10);
    await place.die();
    const gone = await errorOf(place.dock.code({ to: '+14155550123', timeout: 300 }));
    expect(gone).toBeInstanceOf(HostUnreachableError);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('asks no sooner than it is told', async () => {
    const place = await placeWith(
      (_request, response) =>
        void response.writeHead(503, { 'retry-after': '1' }).end(JSON.stringify(refusal('STANDBY'))),
    );
    const begun = performance.now();
    const waiting = place.dock.code({ to: '+14155550123', timeoutSeconds: 30 });
    await place.next();
    place.become(json(200, received));
    await waiting;
    expect(performance.now() - begun).toBeGreaterThan(950);
    expect(place.asked).toHaveLength(2);
  });

  it('ends at once when it is called off, and when what it asks for is wrong', async () => {
    const place = await placeWith(standsBy);
    const stop = new AbortController();
    const waiting = errorOf(place.dock.code({ to: '+14155550123', timeoutSeconds: 30, signal: stop.signal }));
    await place.next();
    stop.abort(new Error('The test is over.'));
    expect(await waiting).toBe(stop.signal.reason);
    place.become(json(400, refusal('INVALID_INPUT')));
    const before = place.asked.filter(({ url }) => url.includes('/v1/code')).length;
    expect(await errorOf(place.dock.code({ to: 'nobody' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(place.asked.filter(({ url }) => url.includes('/v1/code'))).toHaveLength(before + 1);
  });
});

describe('a request', () => {
  it('for a lease is sent again with the same key when its host dies over it', async () => {
    const place = await placeWith(never);
    const taking = place.dock.lease({ country: 'US' });
    await place.next();
    await place.die();
    await place.begin(standsBy);
    await place.next();
    place.become(json(201, lease));
    expect(await taking).toMatchObject({ id: lease.id });
    const keys = place.asked.filter(({ method }) => method === 'POST').map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(2);
    expect(new Set(keys)).toEqual(new Set([expect.stringMatching(/^[\da-f-]{36}$/)]));
  });

  it('that must not be done twice is sent again to a host that stood by, not to one that may have done it', async () => {
    const place = await placeWith((request, response) =>
      json(200, isWait(request) ? received : lease)(request, response),
    );
    const taken = await place.dock.findLease(lease.id);
    const extensions = () => place.asked.filter(({ url }) => url.endsWith('/extend')).length;
    place.become((request, response) => {
      standsBy(request, response);
      place.become(json(200, lease));
    });
    await taken.extend(60);
    expect(extensions()).toBe(2);
    place.become(proxyWithoutHost(504));
    expect(await errorOf(taken.extend(60))).toBeInstanceOf(HostUnreachableError);
    place.become((request) => request.socket.destroy());
    expect(await errorOf(taken.extend(60))).toBeInstanceOf(HostUnreachableError);
    expect(extensions()).toBe(4);
  });

  it.each([
    [400, 'INVALID_INPUT'],
    [401, 'UNAUTHORIZED'],
    [402, 'SPEND_LIMIT'],
    [502, 'TWILIO_UNREACHABLE'],
    [503, 'STORAGE_FAILED'],
  ])('is not sent again when the host has answered with %i %s', async (status, code) => {
    const place = await placeWith(json(status, refusal(code)));
    expect(await errorOf(place.dock.lease({ country: 'US' }))).toMatchObject({ code });
    expect(place.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
