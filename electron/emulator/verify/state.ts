import type { ServiceSettings } from './settings.ts';

/** A Verify service. Times are milliseconds since the epoch. */
export interface VerifyService {
  sid: string;
  settings: ServiceSettings;
  createdAt: number;
  updatedAt: number;
}

/** The proof that somebody reads a number's messages, or on the way there. */
export interface Verification {
  sid: string;
  serviceSid: string;
  to: string;
  code: string;
  status: 'pending' | 'approved' | 'canceled' | 'max_attempts_reached';
  /** How many codes were checked. */
  checks: number;
  /** Each message with the code. */
  sendings: { sid: string; at: number }[];
  /** What the number's plan says of its line, if the service wants to know. */
  lineType: 'mobile' | 'landline' | 'voip' | null;
  amount: string | null;
  payee: string | null;
  createdAt: number;
  updatedAt: number;
}
