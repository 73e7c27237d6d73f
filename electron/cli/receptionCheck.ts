import { randomUUID } from 'node:crypto';
import type { Environment } from '../adapters/environment.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { systemClock } from '../adapters/systemClock.ts';
import { createWebhookListener } from '../adapters/webhook/listener.ts';
import { createNgrokAgent } from '../adapters/tunnel/ngrokAgent.ts';
import { createProbe } from '../adapters/tunnel/probe.ts';
import { createTunnel } from '../adapters/tunnel/tunnel.ts';
import { createSigner } from '../adapters/twilio/signature.ts';
import { toFailure } from '../contract/errors.ts';
import type { TunnelState } from '../contract/state.ts';
import type { Tunnel } from '../core/ports.ts';
import type { PublicProbe } from '../core/publicProbe.ts';
import { receptionKind } from '../core/reception.ts';
import { withoutToken } from '../core/announcements.ts';
import { englishLine } from '../contract/words/english.ts';

export interface ReceptionCheck {
  kind: TunnelState['kind'];
  ok: boolean;
  message: string;
}

const patienceMs = 10_000;

const tooSlow = 'The tunnel did not connect in time. Check the internet connection.';

/**
 * Opens the tunnel that the environment asks for, and calls its public address from outside; neither where webhooks
 * could not be verified.
 */
export async function checkReception(environment: Environment, canVerify: boolean): Promise<ReceptionCheck> {
  if (!canVerify) return { kind: 'polling', ok: true, message: `${withoutToken} from Twilio’s list` };
  const { reception, publicUrl, ngrokToken, ngrokDomain } = environment;
  const ngrokRootCas = environment.ngrokRootCas ?? 'trusted';
  const kind = receptionKind(reception, 'auto', publicUrl, ngrokToken);
  if (kind === 'polling')
    return { kind, ok: true, message: 'Messages are read from Twilio’s list (polling): no webhook is needed' };
  const quiet = createLogger(() => undefined);
  const listener = createWebhookListener(environment.port, systemClock, quiet);
  const [instance, probe] = [randomUUID(), createProbe(createSigner())];
  const gate = {
    publicUrls: () => [],
    accountSid: () => null,
    authToken: () => null,
    receive: () => Promise.reject(new Error('only a check')),
    refused: () => undefined,
    answered: () => undefined,
    mayHaveMissed: () => undefined,
    instance: () => instance,
  };
  const { localUrl } = await listener.open(gate);
  const config = { kind, publicUrl, ngrokToken, ngrokDomain, ngrokRootCas, localUrl, instance };
  const parts = { probe, forward: createNgrokAgent(), clock: systemClock, log: quiet };
  let tunnel: Tunnel | null = null;
  try {
    tunnel = createTunnel(config, environment.production, parts);
    return { kind, ...(await knock(await openTunnel(tunnel), probe, instance)) };
  } catch (thrown) {
    return { kind, ok: false, message: englishLine(toFailure(thrown)) };
  } finally {
    await tunnel?.close();
    await listener.close();
  }
}

async function openTunnel(tunnel: Tunnel): Promise<TunnelState | null> {
  const { promise, resolve, reject } = Promise.withResolvers<TunnelState | null>();
  const settle = (state: TunnelState) => {
    if (state.state === 'online' || state.state === 'failed') resolve(state);
  };
  const cancel = systemClock.after(patienceMs, () => resolve(null));
  tunnel.open(settle).catch(reject);
  return promise.finally(cancel);
}

async function knock(
  tunnel: TunnelState | null,
  probe: Pick<PublicProbe, 'instance'>,
  instance: string,
): Promise<Omit<ReceptionCheck, 'kind'>> {
  if (!tunnel?.url) return { ok: false, message: tunnel?.problem ? englishLine(tunnel.problem) : tooSlow };
  const { url } = tunnel;
  if ((await probe.instance(url)) === instance) {
    return { ok: true, message: `The webhook is reachable at ${url}/webhook` };
  }
  return {
    ok: false,
    message: `Something else answers at ${url}/health. Let this address lead to the webhook's port on this machine; end another OTP Dock that it may lead to.`,
  };
}
