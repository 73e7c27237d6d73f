/** A message that the app under test sent. */
export interface CapturedMessage {
  sid: string;
  /** A number (E.164), a short code or a name. */
  from: string;
  to: string;
  body: string;
  media: { url: string; contentType: string }[];
  /** The Messaging Service (MG…), which has no name here, or Verify service (VA…) that it was sent by. */
  service: { sid: string; name: string | null } | null;
  /** When it was sent, on the emulator's clock. Milliseconds since the epoch. */
  at: number;
  /** Why Twilio will report that it did not arrive (the fault `undeliverable`); null if it arrives. */
  errorCode: number | null;
}

/**
 * Takes a sent message. The API answers when it is done, and 503 if it fails: then nothing was sent. `arrived`: it is
 * with its recipient, and does not arrive at a number of the account once more.
 */
export type Capture = (message: CapturedMessage) => Taken | Promise<Taken>;
type Taken = 'taken' | 'arrived' | void;
