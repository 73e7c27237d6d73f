/** What a test can be meant for: captured SMS, or real numbers. */
export const testModes = ['capture', 'real'] as const;
export type TestMode = (typeof testModes)[number];

/** What a host offers. The demo is neither. */
export type HostMode = TestMode | 'demo';

/** Where the app under test sends its SMS while they are captured, and the account that it uses. */
export interface Carrier {
  /** In place of https://api.twilio.com. */
  baseUrl: string;
  accountSid: string;
  /** null when it came from the environment: it may be that of a real account. */
  authToken: string | null;
}
