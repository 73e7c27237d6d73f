import { toFailure } from '../contract/errors.ts';
import type { SelfTest } from '../contract/reception.ts';
import type { Phrase } from '../contract/words/phrase.ts';
import { inOneLine, phrases } from '../contract/words/phrases.ts';
import type { IncomingSms, Ports } from './ports.ts';

const say = phrases.reception;

type Hop = SelfTest['hops'][number] & { message: Phrase };

export interface SelfTestDeps {
  ports: Pick<Ports, 'clock' | 'newId' | 'probe'>;
  instance: string;
}

export interface TestTarget {
  /** Without /webhook. */
  publicUrl: string;
  accountSid: string;
  authToken: string;
}

/** Sends itself a signed message the way Twilio would. It is recognised on arrival and not kept. */
export class WebhookTest {
  #deps: SelfTestDeps;
  #expected = new Map<string, (at: number) => void>();

  constructor(deps: SelfTestDeps) {
    this.#deps = deps;
  }

  /** Whether the message is one of the test's own. It has passed the listener's signature check by then. */
  takes({ sid }: IncomingSms): boolean {
    const arrived = this.#expected.get(sid);
    arrived?.(this.#deps.ports.clock.now());
    return arrived !== undefined;
  }

  /** Never rejects: what fails is in the result. */
  async run(target: TestTarget): Promise<SelfTest> {
    const health = await this.#reach(target.publicUrl);
    const hops = health.every(({ ok }) => ok) ? [...health, ...(await this.#deliver(target))] : health;
    return { ok: hops.every(({ ok }) => ok), hops };
  }

  async #reach(publicUrl: string): Promise<Hop[]> {
    const { instance, ports } = this.#deps;
    const from = ports.clock.now();
    try {
      const found = await ports.probe.instance(publicUrl);
      const ms = ports.clock.now() - from;
      const reached: Hop = { name: 'publicUrl', ok: true, ms, message: say.answers({ url: publicUrl }) };
      if (found === instance) return [reached, { name: 'listener', ok: true, ms: null, message: say.leadsHere }];
      return [reached, { name: 'listener', ok: false, ms: null, message: say.leadsElsewhere }];
    } catch (thrown) {
      const { message, hint } = toFailure(thrown);
      return [{ name: 'publicUrl', ok: false, ms: ports.clock.now() - from, message: inOneLine(message, hint) }];
    }
  }

  async #deliver({ publicUrl, accountSid, authToken }: TestTarget): Promise<Hop[]> {
    const { clock, newId, probe } = this.#deps.ports;
    const sid = `SM${newId()
      .replace(/[^0-9a-f]/gi, '')
      .padEnd(32, '0')
      .slice(0, 32)}`;
    const from = clock.now();
    let arrivedAt: number | null = null;
    this.#expected.set(sid, (at) => (arrivedAt = at));
    try {
      const status = await probe.deliver(`${publicUrl}/webhook`, authToken, parameters(sid, accountSid));
      return [signatureHop(arrivedAt, from, status), answerHop(status, clock.now() - from)];
    } catch (thrown) {
      return [{ name: 'signature', ok: false, ms: clock.now() - from, message: toFailure(thrown).message }];
    } finally {
      this.#expected.delete(sid);
    }
  }
}

// The test signs with the token that the listener checks with, so the token is not to blame.
const notAccepted = inOneLine(say.notSigned, say.notSignedHint);

function signatureHop(arrivedAt: number | null, from: number, status: number): Hop {
  if (arrivedAt !== null) return { name: 'signature', ok: true, ms: arrivedAt - from, message: say.signed };
  const why = status === 403 ? notAccepted : say.listenerAnswered({ status });
  return { name: 'signature', ok: false, ms: null, message: why };
}

function answerHop(status: number, ms: number): Hop {
  return { name: 'answer', ok: status === 200, ms, message: say.wouldHaveGot({ status }) };
}

function parameters(sid: string, accountSid: string): Record<string, string> {
  return {
    MessageSid: sid,
    AccountSid: accountSid,
    From: '+15005550006',
    To: '+15005550006',
    Body: 'OTP Dock: webhook test',
    NumMedia: '0',
  };
}
