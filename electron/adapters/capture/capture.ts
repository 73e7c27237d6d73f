import { appError } from '../../contract/errors.ts';
import type { Fault } from '../../contract/faults.ts';
import { mediaUrl } from '../../core/mediaUrl.ts';
import { captureAccountSid } from '../../core/emulatedAccounts.ts';
import { bareAddress } from '../../contract/addresses.ts';
import { iso } from '../../contract/time.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { CaptureTaker, EmulatedAccount, History, IncomingSms, Logger } from '../../core/ports.ts';
import type { CapturedMessage } from '../../emulator/carrier/captured.ts';
import { isLoopback } from '../../emulator/reach.ts';
import { startEmulator, type EmulatorOptions } from '../../emulator/server.ts';
import { MadeUpTelephony } from './telephony.ts';

const say = phrases.host;

/** The emulator's line of a request that it carried out. */
const isFine = / 2\d\d$/;

export interface CaptureOptions {
  /** 0 takes any that is free. */
  port: number;
  /** IP address to listen on. */
  host: string;
  /** What the app under test signs in with. */
  credentials: EmulatedAccount['credentials'];
  tokenIsMadeUp: boolean;
  history: Pick<History, 'forgetNumbers' | 'findMessage'>;
  log: Logger;
  taker: CaptureTaker;
}

/**
 * The emulator as the carrier of the app under test. Its numbers end with it; the messages stay. Says in the log, and in
 * each answer, what it is. Rejects with PORT_IN_USE (an app is pointed to this port, so another one would not do) and
 * with INVALID_INPUT when the address is none of this machine's.
 */
export async function startCapture({
  port,
  host,
  credentials,
  tokenIsMadeUp,
  history,
  log,
  taker,
}: CaptureOptions): Promise<EmulatedAccount> {
  await history.forgetNumbers(captureAccountSid);
  let faults: readonly Fault[] = [];
  const emulator = await listening({
    port,
    host,
    headers: { 'X-Captured-By': 'OTP Dock' },
    accountSid: credentials.accountSid,
    authToken: credentials.authToken,
    faultsChanged: () => {
      faults = emulator.faults().messages;
      taker.faultsChanged();
    },
    apiKey: credentials.apiKey ? { sid: credentials.apiKey, secret: credentials.apiSecret } : undefined,
    // A line for each message would push everything else out of the log.
    log: (line) => void (isFine.test(line) || log.info(line)),
    capture: async (message) => {
      // Nobody has received it.
      if (message.errorCode !== null) return 'taken';
      const sms = smsOf(message);
      await taker.take(sms);
      return taker.owns(sms.to) ? 'arrived' : 'taken';
    },
  });
  const { baseUrl } = emulator;
  const isRecipient = async (number: string) =>
    (await history.findMessage({ account: captureAccountSid, number })) !== null;
  log.warn(`This is not Twilio: SMS sent to ${baseUrl} are captured here and reach no phone.`);
  if (!isLoopback(host))
    log.warn(`Other machines and containers can reach it, too: it listens on ${host}, port ${new URL(baseUrl).port}.`);
  return {
    kind: 'capture',
    baseUrl,
    credentials,
    tokenIsMadeUp,
    telephony: new MadeUpTelephony(isRecipient),
    faults: {
      current: () => faults,
      replace: (messages) => (emulator.setFaults({ messages }), faults),
    },
    close: () => emulator.close(),
  };
}

async function listening(options: EmulatorOptions & { port: number; host: string }) {
  try {
    return await startEmulator(options);
  } catch (thrown) {
    const { port, host } = options;
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw appError('PORT_IN_USE', say.capturePortTaken({ port }), say.capturePortTakenHint);
    // The second where there is no IPv6.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')
      throw appError('INVALID_INPUT', say.captureHostUnknown({ host }), say.captureHostUnknownHint);
    throw thrown;
  }
}

function smsOf({ sid, from, to, body, media, service, at }: CapturedMessage): IncomingSms {
  return {
    sid,
    accountSid: captureAccountSid,
    from,
    to: bareAddress(to),
    body,
    receivedAt: iso(at),
    numMedia: media.length,
    media: media.map(({ url, contentType }) => ({ contentType, url: mediaUrl(url) })),
    sentBy: service,
  };
}
