import { test as base, type Fixtures, type TestInfo } from 'playwright/test';
import type { Message } from './types.ts';
import { OtpDock, type Lease, type LeaseRequest, type OtpDockOptions } from './client.ts';

export { expect } from 'playwright/test';

export interface PhoneFixtures {
  /** A number for this test alone: leased before the test and released after it, however it ends. */
  phone: Lease;
  /**
   * The wanted kind of `phone`; set it with `test.use({ phoneOptions: { country: 'US' } })` or in the configuration. By
   * default the lease has a heartbeat of 30 seconds (600 in a test without a time limit); `heartbeatSeconds` changes
   * that, null switches it off.
   */
  phoneOptions: LeaseRequest;
  /** Runs by itself: `otpDock` counts only what comes during the test, and its faults end with the test. */
  otpDockFromNow: void;
}

export interface PhoneWorkerFixtures {
  /** The running OTP Dock: for a second number in the same test, and for messages to a number that nobody leases. */
  otpDock: OtpDock;
  /** Where OTP Dock is, if not given by the environment or the data folder. */
  otpDockOptions: OtpDockOptions;
}

/** A purchase is retried for two minutes before it fails, and `waitSeconds` may be ten minutes. Milliseconds. */
const leaseTimeoutMs = 750_000;
/** Extra time to finish a test that used up its limit. Seconds. */
const spareSeconds = 30;
/** For a test without a time limit. Seconds. */
const unlimitedSeconds = 3_600;
/**
 * How long a number outlives its dead worker. Tests without a time limit are usually being debugged, and a process at a
 * breakpoint is silent, too. Seconds.
 */
const heartbeats = { usual: 30, unlimited: 600 };
const longestLabel = 80;

/** For a `test` of your own: `base.extend<PhoneFixtures, PhoneWorkerFixtures>(phoneFixtures)`. */
export const phoneFixtures: Fixtures<PhoneFixtures, PhoneWorkerFixtures> = {
  otpDockOptions: [{}, { option: true, scope: 'worker' }],
  otpDock: [
    async ({ otpDockOptions }, use) => {
      const dock = new OtpDock(otpDockOptions);
      // Tests that need no number run without an OTP Dock. Those that do are told what is wrong when they take one.
      const asked = await new OtpDock({ ...otpDockOptions, reconnectTimeout: 0 })
        .connected()
        .catch((thrown: unknown) => thrown);
      if (asked instanceof OtpDock) dock.capture = asked.capture;
      else if (process.env['OTP_DOCK_MODE']) Object.defineProperty(dock, 'capture', { get: () => refuse(asked) });
      await use(dock);
    },
    { scope: 'worker' },
  ],
  otpDockFromNow: [
    async ({ otpDock }, use) => {
      otpDock.countFromNow();
      try {
        await use();
      } finally {
        await otpDock.clearFaults();
      }
    },
    { auto: true },
  ],
  phoneOptions: [{}, { option: true }],
  phone: [
    async ({ otpDock, phoneOptions }, use, testInfo) => {
      const lease = await otpDock.lease({
        label: labelOf(testInfo),
        ttlSeconds: secondsOf(testInfo),
        heartbeatSeconds: testInfo.timeout === 0 ? heartbeats.unlimited : heartbeats.usual,
        ...phoneOptions,
      });
      try {
        await use(lease);
        await attachMessages(testInfo, lease);
      } finally {
        await lease.release();
      }
    },
    { timeout: leaseTimeoutMs },
  ],
};

/** Playwright's `test` with a `phone`. */
export const test = base.extend<PhoneFixtures, PhoneWorkerFixtures>(phoneFixtures);

/** With null, an app that is meant to be captured would be started to send to Twilio. */
function refuse(thrown: unknown): never {
  throw thrown;
}

/** The test's titles; if too long, only the end, which tells tests apart. */
function labelOf({ titlePath, retry }: TestInfo): string {
  const label = `${titlePath.slice(1).join(' › ')}${retry > 0 ? ` (retry ${retry})` : ''}`;
  return label.length <= longestLabel ? label : `…${label.slice(1 - longestLabel)}`;
}

/** As long as the test may take, plus a little. */
function secondsOf({ timeout }: TestInfo): number {
  return timeout === 0 ? unlimitedSeconds : Math.ceil(timeout / 1000) + spareSeconds;
}

async function attachMessages(testInfo: TestInfo, lease: Lease): Promise<void> {
  const messages = await lease.messages();
  const body = messages.length === 0 ? 'No SMS came.\n' : messages.toReversed().map(described).join('\n');
  await testInfo.attach(`SMS to ${lease.number}`, { body, contentType: 'text/plain' });
}

function described({ receivedAt, from, code, body, reason }: Message): string {
  return `${receivedAt}  from ${from}  ${code === null ? `no code: ${reason}` : `code ${code}`}\n${body}\n`;
}
