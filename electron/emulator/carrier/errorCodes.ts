/** Why Twilio refuses a message to a recipient (400 and this code), in words like those of its answer. */
export const refusals = {
  21211: (to: string) => `The 'To' number ${to} is not a valid phone number.`,
  21408: (to: string) =>
    `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}`,
  21610: () => 'Attempt to send to unsubscribed recipient',
  21612: (to: string, from: string) =>
    `Message cannot be sent with the current combination of 'To' (${to}) and/or 'From' (${from}) parameters`,
  21614: (to: string) => `To number: ${to}, is not a mobile number`,
};
export type RefusalCode = keyof typeof refusals;

/** Why a message that was accepted does not arrive: `error_code`, with the status in which the message ends. */
export const deliveryErrors = {
  30001: { status: 'failed', text: 'Queue overflow' },
  30002: { status: 'failed', text: 'Account suspended' },
  30003: { status: 'undelivered', text: 'Unreachable destination handset' },
  30004: { status: 'undelivered', text: 'Message blocked' },
  30005: { status: 'undelivered', text: 'Unknown destination handset' },
  30006: { status: 'undelivered', text: 'Landline or unreachable carrier' },
  30007: { status: 'undelivered', text: 'Message filtered' },
  30008: { status: 'undelivered', text: 'Unknown error' },
  30034: { status: 'undelivered', text: 'Message from an unregistered number' },
} as const;
export type DeliveryErrorCode = keyof typeof deliveryErrors;

/** Of one of these tables. Keys of objects are strings, whatever was written. */
export function codesOf<Code extends number>(table: Readonly<Record<Code, unknown>>): Code[] {
  return Object.keys(table).map((code) => Number(code) as Code);
}

/** Twilio's magic recipients (https://www.twilio.com/docs/iam/test-credentials). */
export const magicRecipients: Readonly<Record<string, RefusalCode>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};

/** Twilio's magic senders that are refused. */
export const magicSenders: ReadonlyMap<string, { code: number; text: string }> = new Map([
  ['+15005550001', { code: 21212, text: invalidSender('+15005550001') }],
  [
    '+15005550007',
    { code: 21606, text: "The 'From' phone number +15005550007 cannot send messages for this account." },
  ],
  ['+15005550008', { code: 21611, text: "This 'From' number has exceeded the maximum number of queued messages" }],
]);

/** The text of 21212. */
export function invalidSender(from: string): string {
  return `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`;
}
