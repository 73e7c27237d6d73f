import { appError, toFailure, type Failure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { publicUrlSchema } from '../../contract/settings.ts';
import type { Cancel, Clock, Logger, Tunnel, TunnelConfig } from '../../core/ports.ts';
import { backoffMs } from '../../core/numbers/backoff.ts';
import type { PublicProbe } from '../../core/publicProbe.ts';
import { englishLine } from '../../contract/words/english.ts';

const say = phrases.tunnel;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Delays between retries while the URL does not lead here; someone may be fixing it. */
const retry = { firstMs: 5_000, longestMs: 60_000 };

/** How often the URL is checked while all is well. Milliseconds. */
const whileFineMs = 300_000;

export interface UrlParts {
  probe: Pick<PublicProbe, 'instance'>;
  clock: Clock;
  log: Logger;
  /** 0 to 1, exclusive of 1: spreads retries. */
  random?(): number;
}

/**
 * A public URL that the tester runs (a reverse proxy, or their own tunnel). Reported at once, then regularly asked for
 * this run's `instance`: `degraded` while something else, or nothing, answers. Throws TUNNEL_FAILED for a URL that
 * cannot be used at all.
 */
export function createUrlTunnel(
  { publicUrl, instance }: Pick<TunnelConfig, 'publicUrl' | 'instance'>,
  production: boolean,
  { probe, clock, log, random = Math.random }: UrlParts,
): Tunnel {
  const url = checkedUrl(publicUrl, production);
  let closed = false;
  let cancelTimer: Cancel = () => undefined;

  return {
    open: async (onState) => {
      let told: Failure | null = null;
      let failures = 0;
      const tell = (problem: Failure | null): void => {
        told = problem;
        onState({
          kind: 'url',
          ...(problem ? { state: 'degraded', url, problem } : { state: 'online', url, problem }),
        });
      };
      const check = async (): Promise<void> => {
        const problem = await seen(probe, url, instance);
        if (closed) return;
        if (problem?.message.key !== told?.message.key) {
          if (problem) log.warn(englishLine(problem));
          else log.info('The public URL leads here again.');
          tell(problem);
        }
        failures = problem ? failures + 1 : 0;
        cancelTimer = clock.after(problem ? backoffMs(retry, failures, random()) : whileFineMs, () => void check());
      };
      tell(null);
      // Not awaited: startup must not wait for the network.
      void check();
    },
    close: async () => {
      closed = true;
      cancelTimer();
    },
  };
}

/** What is wrong with the URL; null when it leads to this run. */
async function seen(probe: UrlParts['probe'], url: string, instance: string): Promise<Failure | null> {
  try {
    const answered = await probe.instance(url);
    return answered === instance ? null : leadsElsewhere(answered !== null);
  } catch (thrown) {
    return toFailure(thrown);
  }
}

function leadsElsewhere(toAnotherRun: boolean): Failure {
  const [message, hint] = toAnotherRun
    ? [say.otherDock, say.otherDockHint]
    : [say.somethingElse, say.somethingElseHint];
  return appError('TUNNEL_FAILED', message, hint, { retryable: true }).failure;
}

/** Throws TUNNEL_FAILED: needs https, or http on loopback outside production. */
function checkedUrl(publicUrl: string | null, production: boolean): string {
  const parsed = publicUrlSchema.safeParse(publicUrl ?? '');
  if (!parsed.success) {
    throw appError('TUNNEL_FAILED', say.noUrl, say.noUrlHint);
  }
  const { protocol, hostname } = new URL(parsed.data);
  if (protocol === 'https:' || (!production && loopback.has(hostname))) return parsed.data;
  throw appError('TUNNEL_FAILED', production ? say.httpsInProduction : say.https, say.httpsHint);
}
