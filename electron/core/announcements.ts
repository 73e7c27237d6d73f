import { isWithoutToken, type AppState } from '../contract/state.ts';
import { webhookUrlOf } from './reception.ts';

type Seen = Pick<AppState, 'account' | 'credentials' | 'demo' | 'capture' | 'tunnel' | 'webhook'>;

/** How SMS come in with an API key alone. */
export const withoutToken = 'Webhooks need the Auth Token, so SMS are read every few seconds';

/**
 * Says what whoever starts OTP Dock waits for: that Twilio accepted the credentials, and where its webhooks arrive,
 * again for each new public URL. Call it with every state.
 */
export function announcements(say: (line: string) => void): (state: Seen) => void {
  let connected: string | null = null;
  /** null: the webhook was announced without a public URL; undefined: not announced yet. */
  let announced: string | null | undefined;
  let wasRead = false;
  return (state) => {
    const { account, demo, capture, tunnel, webhook } = state;
    const sid = account.kind === 'connected' ? account.sid : null;
    // What captures says itself, at any level of the log, what it is.
    if (sid !== null && sid !== connected && !capture)
      say(`✅ Twilio integration enabled${demo ? ' (demo: the emulator)' : ''}`);
    connected = sid;
    if (sid === null || webhook === null) return;
    const isRead = isWithoutToken(state);
    if (isRead) announced = undefined;
    if (isRead && !wasRead) say(`📱 ${withoutToken}`);
    wasRead = isRead;
    if (isRead) return;
    const given = webhookUrlOf(tunnel);
    // In the demo they are the same.
    const url = given === webhook ? null : given;
    if (url === announced || (url === null && announced !== undefined)) return;
    announced = url;
    say(`📱 Twilio webhooks available at ${webhook}${url === null ? '' : ` (public: ${url})`}`);
  };
}
