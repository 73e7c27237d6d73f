import { appError } from '../../contract/errors.ts';
import { captureAccountSid } from '../../core/emulatedAccounts.ts';
import { bareAddress } from '../../contract/addresses.ts';
import { iso } from '../../contract/time.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { CaptureTaker, Credentials, EmulatedAccount, History, IncomingSms, Logger } from '../../core/ports.ts';
import type { CapturedMessage } from '../../emulator/carrier/captured.ts';
import { startEmulator, type EmulatorOptions } from '../../emulator/server.ts';
import { MadeUpTelephony } from './telephony.ts';

const say = phrases.host;

/** The emulator's line of a request that it carried out. */
const isFine = / 2\d\d$/;

export interface CaptureOptions {
  /** On loopback; 0 takes any that is free. */
  port: number;
  /** What the app under test signs in with. */
  credentials: Credentials;
  history: Pick<History, 'forgetNumbers' | 'findMessage'>;
  log: Logger;
  taker: CaptureTaker;
}

/**
 * The emulator as the carrier of the app under test. Its numbers end with it; the messages stay. Rejects with
 * PORT_IN_USE: an app is pointed to this port, so another one would not do.
 */
export async function startCapture({
  port,
  credentials,
  history,
  log,
  taker,
}: CaptureOptions): Promise<EmulatedAccount> {
  await history.forgetNumbers(captureAccountSid);
  const emulator = await listening({
    port,
    ...credentials,
    // A line for each message would push everything else out of the log.
    log: (line) => void (isFine.test(line) || log.info(line)),
    capture: async (message) => {
      const sms = smsOf(message);
      await taker.take(sms);
      return taker.owns(sms.to) ? 'arrived' : 'taken';
    },
  });
  const { baseUrl } = emulator;
  const isRecipient = async (number: string) =>
    (await history.findMessage({ account: captureAccountSid, number })) !== null;
  return {
    kind: 'capture',
    baseUrl,
    credentials,
    telephony: new MadeUpTelephony(isRecipient),
    close: () => emulator.close(),
  };
}

async function listening(options: EmulatorOptions & { port: number }) {
  try {
    return await startEmulator(options);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE')) throw thrown;
    throw appError('PORT_IN_USE', say.capturePortTaken({ port: options.port }), say.capturePortTakenHint);
  }
}

function smsOf({ sid, from, to, body, media, at }: CapturedMessage): IncomingSms {
  return {
    sid,
    accountSid: captureAccountSid,
    from,
    to: bareAddress(to),
    body,
    receivedAt: iso(at),
    numMedia: media.length,
  };
}
