import { toFailure } from '../../contract/errors.ts';
import type { Sessions } from '../connection.ts';
import type { CorePorts, SmsSettings, Telephony } from '../ports.ts';
import type { Ledger } from './ledger.ts';
import { isOwned, type Holding } from './number.ts';
import { english } from '../../contract/words/english.ts';

interface Deps {
  ports: CorePorts;
  sessions: Sessions;
  ledger: Ledger;
}

/** Points a number to the webhook. If that fails, the log says so, and its messages are read from the list. */
export async function pointTo({ ports, sessions, ledger }: Deps, numberId: string, smsUrl: string): Promise<void> {
  const life = ledger.number(numberId)?.life;
  if (!life || !isOwned(life) || life.holding.diverted || life.holding.smsUrl === smsUrl) return;
  try {
    await setWebhook(sessions.session().telephony, life.holding, smsUrl);
    await ledger.changeNumber(numberId, { type: 'rerouted', smsUrl, diverted: false });
  } catch (thrown) {
    ports.log.warn(`${life.holding.number} still calls its old webhook: ${english(toFailure(thrown).message)}`);
  }
}

// A number that was taken over may have a fallback URL and an application, which would override the webhook.
async function setWebhook(telephony: Telephony, { numberSid, before }: Holding, smsUrl: string): Promise<void> {
  if (!before) return telephony.setSmsUrl(numberSid, smsUrl);
  const settings: Partial<SmsSettings> = { smsUrl, smsMethod: 'POST' };
  if (before.smsFallbackUrl) settings.smsFallbackUrl = '';
  if (before.smsApplicationSid) settings.smsApplicationSid = '';
  return telephony.setSmsSettings(numberSid, settings);
}

/** A webhook as it may be shown: without the parts that may be secret. */
export function plainWebhook(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return url === null ? null : 'an address that is none';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
