import { appError } from '../../contract/errors.ts';
import { bareAddress } from '../../contract/addresses.ts';
import { iso } from '../../contract/time.ts';
import { phrases } from '../../contract/words/phrases.ts';
import {
  captureAccount,
  type Credentials,
  type EmulatedAccount,
  type History,
  type IncomingSms,
  type Logger,
  type Telephony,
} from '../../core/ports.ts';
import type { CapturedMessage } from '../../emulator/carrier/captured.ts';
import { startEmulator, type EmulatorOptions } from '../../emulator/server.ts';
import { createTelephony } from '../twilio/telephony.ts';

const say = phrases.host;

export interface CaptureOptions {
  /** On loopback; 0 takes any that is free. */
  port: number;
  /** What the app under test signs in with. */
  credentials: Credentials;
  history: Pick<History, 'forgetNumbers'>;
  log: Logger;
  /** Resolves once the message is on disk. */
  take(sms: IncomingSms): Promise<unknown>;
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
  take,
}: CaptureOptions): Promise<EmulatedAccount> {
  await history.forgetNumbers(captureAccount);
  const emulator = await listening({
    port,
    ...credentials,
    log: (line) => log.info(line),
    capture: async (message) => void (await take(smsOf(message))),
  });
  const { baseUrl } = emulator;
  return {
    kind: 'capture',
    baseUrl,
    credentials,
    telephony: ours(createTelephony(credentials, baseUrl)),
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
    accountSid: captureAccount,
    from,
    to: bareAddress(to),
    body,
    receivedAt: iso(at),
    numMedia: media.length,
  };
}

/** What is read of the emulator is kept with the rest, whatever account the app signs in with. */
function ours(telephony: Telephony): Telephony {
  const kept = (messages: IncomingSms[]) => messages.map((each) => ({ ...each, accountSid: captureAccount }));
  return {
    ...telephony,
    messagesTo: async (number, since) => kept(await telephony.messagesTo(number, since)),
    messagesSince: async (since) => kept(await telephony.messagesSince(since)),
  };
}
