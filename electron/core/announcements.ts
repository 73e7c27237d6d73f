import type { AppState } from '../contract/state.ts';
import { webhookUrlOf } from './reception.ts';

type Seen = Pick<AppState, 'account' | 'demo' | 'tunnel' | 'webhook'>;

/**
 * What whoever starts OTP Dock waits for: that Twilio has accepted the credentials, and where its webhooks arrive, again
 * with each new public URL. To be told every state.
 */
export function announcements(say: (line: string) => void): (state: Seen) => void {
  let connected: string | null = null;
  /** null: the webhook was named without a public URL; undefined: not at all. */
  let announced: string | null | undefined;
  return ({ account, demo, tunnel, webhook }) => {
    const sid = account.kind === 'connected' ? account.sid : null;
    if (sid !== null && sid !== connected) say(`✅ Twilio integration enabled${demo ? ' (demo: the emulator)' : ''}`);
    connected = sid;
    if (sid === null || webhook === null) return;
    const given = webhookUrlOf(tunnel);
    // In the demo they are one.
    const url = given === webhook ? null : given;
    if (url === announced || (url === null && announced !== undefined)) return;
    announced = url;
    say(`📱 Twilio webhooks available at ${webhook}${url === null ? '' : ` (public: ${url})`}`);
  };
}
