import type { Twilio } from 'twilio';
import type { TwilioAlert } from '../../contract/reception.ts';
import { isoOrEmpty } from './answers.ts';
import { readPages } from './pages.ts';

/** More would not help anyone. */
const alertLimit = 200;

/** Errors in the account's log since a time (ISO 8601), newest first, with the URL called. `onCut`: see Reading. */
export async function readAlerts(
  twilio: Twilio,
  since: string,
  onCut: () => void,
): Promise<(TwilioAlert & { url: string | null })[]> {
  const options = { startDate: new Date(since), logLevel: 'error', pageSize: alertLimit };
  const idOf = ({ sid }: Listed) => sid;
  const listed = await readPages(twilio.monitor.v1.alerts, options, { idOf, limit: alertLimit, onCut });
  // Twilio's times are in whole seconds.
  return listed.map(alertOf).filter(({ at }) => at >= since.slice(0, 19));
}

interface Listed {
  sid: string;
  dateGenerated: Date | null;
  dateCreated: Date | null;
  errorCode: string;
  alertText: string | null;
  moreInfo: string | null;
  requestUrl: string | null;
}

function alertOf(alert: Listed): TwilioAlert & { url: string | null } {
  return {
    at: isoOrEmpty(alert.dateGenerated ?? alert.dateCreated),
    code: String(alert.errorCode),
    text: readable(alert.alertText ?? ''),
    moreInfo: alert.moreInfo || null,
    url: alert.requestUrl || null,
  };
}

/**
 * Some texts are sentences, others parameters such as `Msg=Timed+out&httpResponse=502&ErrorCode=11200`: from those,
 * takes the part meant for people.
 */
function readable(text: string): string {
  if (!/(^|&)ErrorCode=\d+/.test(text)) return text;
  const parameters = new URLSearchParams(text);
  const status = parameters.get('httpResponse');
  return [parameters.get('Msg'), status && `HTTP status ${status}`].filter(Boolean).join(' – ');
}
