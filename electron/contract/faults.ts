// What befalls the SMS of the app under test while they are captured, so that it can be seen to live with it. The client
// for scripts includes these types, so this file does without zod.

/** With which Twilio refuses a message (400). */
export const refusalCodes = [21211, 21408, 21610, 21612, 21614] as const;
type RefusalCode = (typeof refusalCodes)[number];

/** With which Twilio reports that a message did not arrive. */
export const deliveryErrorCodes = [30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30034] as const;
type DeliveryErrorCode = (typeof deliveryErrorCodes)[number];

/**
 * `tooManyRequests`: 429/20429. `unavailable`: 503/20503. `twice`: two messages of the same text arrive. `callbacks…`:
 * what its StatusCallback is told.
 */
export const plainFaultKinds = ['tooManyRequests', 'unavailable', 'twice', 'callbacksLost', 'callbacksTwice'] as const;

/** `slow`: the request is answered later; `late`: it is answered at once, and the message arrives later. */
export const delayKinds = ['slow', 'late'] as const;

type What =
  | { kind: 'refused'; errorCode: RefusalCode }
  | { kind: 'undelivered'; errorCode: DeliveryErrorCode }
  | {
      kind: (typeof delayKinds)[number];
      /** 0.001 to 600. */
      delaySeconds: number;
    }
  | { kind: (typeof plainFaultKinds)[number] };

export type FaultKind = What['kind'];

/** A fault as it is set. */
export type FaultInput = What & {
  /** How many messages it befalls before it is over; null or absent: all until it is cleared. */
  times?: number | null | undefined;
};

/** A fault that is active. */
export type Fault = What & {
  /** Only of messages to this number (E.164); null: to everybody. */
  to: string | null;
  /** How many messages it still befalls; null: all until it is cleared. */
  times: number | null;
};
