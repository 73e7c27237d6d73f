import { startEmulator, type Emulator } from '../../emulator/server.ts';
import { sampleMessage } from '../../emulator/sampleTraffic.ts';
import { demoAccountSid } from '../../core/emulatedAccounts.ts';
import type { Cancel, Clock, EmulatedAccount, History, Logger } from '../../core/ports.ts';
import { createTelephony } from '../twilio/telephony.ts';

/** When a newly leased number gets its first message, and how often the others get one. Milliseconds. */
const tickMs = 1_500;
const ticksBetween = 8;

export interface DemoDeps {
  clock: Clock;
  log: Logger;
  history: History;
  activeNumbers(): string[];
  /** Whether numbers receive messages by themselves. */
  samples: boolean;
}

/** An account on the embedded emulator. It costs nothing, and nothing is kept. */
export async function startDemo(deps: DemoDeps): Promise<EmulatedAccount> {
  await deps.history.forgetAccount(demoAccountSid);
  const emulator = await startEmulator({ port: 0, accountSid: demoAccountSid });
  const credentials = { accountSid: emulator.accountSid, authToken: emulator.authToken };
  const stopTraffic = deps.samples ? sendSamples(emulator, deps) : () => undefined;
  return {
    kind: 'demo',
    faults: null,
    baseUrl: emulator.baseUrl,
    credentials,
    tokenIsMadeUp: true,
    telephony: createTelephony(credentials, emulator.baseUrl),
    close: async () => {
      stopTraffic();
      await emulator.close();
      await deps.history.forgetAccount(demoAccountSid);
    },
  };
}

function sendSamples(emulator: Emulator, { clock, log, activeNumbers }: DemoDeps): Cancel {
  const lastSent = new Map<string, number>();
  let [tick, sent] = [0, 0];
  let cancel: Cancel = () => undefined;
  const next = () => {
    tick += 1;
    for (const to of activeNumbers()) {
      if (tick - (lastSent.get(to) ?? -ticksBetween) < ticksBetween) continue;
      lastSent.set(to, tick);
      emulator
        .sendSms({ to, ...sampleMessage(sent++) })
        .catch((thrown: unknown) => log.warn(`A sample message was not sent: ${String(thrown)}`));
    }
    cancel = clock.after(tickMs, next);
  };
  cancel = clock.after(tickMs, next);
  return () => cancel();
}
