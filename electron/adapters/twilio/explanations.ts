import type { ErrorCode } from '../../contract/errors.ts';

export interface Explanation {
  code: ErrorCode;
  message: string;
  hint: string;
  /** False unless given. */
  retryable?: boolean;
}

const credentials: Explanation = {
  code: 'INVALID_CREDENTIALS',
  message: 'Twilio does not accept these credentials.',
  hint: 'Compare the Account SID and Auth Token with those in the Twilio Console (console.twilio.com), and enter them again in Settings. A suspended account is refused in the same way.',
};

const notActive: Explanation = {
  code: 'ACCOUNT_SUSPENDED',
  message: 'This Twilio account is not active.',
  hint: 'Open the Twilio Console: it says why (often the balance), and what brings the account back.',
};

const areaCode: Explanation = {
  code: 'AREA_CODE_UNAVAILABLE',
  message: 'This is not an area code that Twilio knows.',
  hint: 'Try another area code, or none.',
};

const address: Explanation = {
  code: 'ADDRESS_REQUIRED',
  message: 'This number is only sold with an address on file.',
  hint: 'Choose an address for this country in Settings → Papers (add one in the Twilio Console if there is none), or take a number in US or CA, which need none.',
};

const addressInvalid: Explanation = {
  code: 'ADDRESS_REQUIRED',
  message: 'Twilio could not confirm that this address exists.',
  hint: 'Correct it in the Twilio Console, or choose another address in Settings → Papers.',
};

const webhook: Explanation = {
  code: 'INVALID_INPUT',
  message: 'Twilio does not accept the webhook address of the number.',
  hint: 'Check the public URL in Settings (or WEBHOOK_BASE_URL): it must be reachable from the internet.',
};

const forbidden: Explanation = {
  code: 'FORBIDDEN',
  message: 'Twilio does not allow this account to do that.',
  hint: 'With test credentials most calls are refused: use the live ones. Otherwise the Twilio Console says what is missing.',
};

const notFound: Explanation = {
  code: 'NOT_FOUND',
  message: 'Twilio has no such thing (any more).',
  hint: 'Reload and try again.',
};

const rateLimited: Explanation = {
  code: 'RATE_LIMITED',
  message: 'Twilio asks for fewer requests at a time. Nothing was done.',
  hint: 'Wait a few seconds and try again.',
  retryable: true,
};

/** Twilio's error codes (twilio.com/docs/api/errors) in our words. Twilio's own text is shown beside them. */
export const byCode: Readonly<Partial<Record<number, Explanation>>> = {
  10001: notActive,
  10002: {
    code: 'TRIAL_LIMIT',
    message: 'This trial account cannot do that.',
    hint: 'A trial account has one number. Give it back first, or upgrade the account in the Twilio Console.',
  },
  20003: credentials,
  20005: notActive,
  20006: forbidden,
  20008: {
    code: 'FORBIDDEN',
    message: 'These are test credentials, with which Twilio allows next to nothing.',
    hint: 'Enter the live Account SID and Auth Token in Settings; to try things out without cost, use the demo.',
  },
  20010: {
    code: 'FORBIDDEN',
    message: 'Twilio has switched this off for the account.',
    hint: 'Ask Twilio’s support to switch it on again (console.twilio.com).',
  },
  20403: { ...notActive, message: 'This Twilio account is suspended or closed.' },
  20404: notFound,
  20429: rateLimited,
  21402: webhook,
  21404: {
    code: 'TRIAL_LIMIT',
    message: 'A trial account cannot have this number.',
    hint: 'If it has a number, give that back first; try another type or country; or upgrade the account in the Twilio Console.',
  },
  21406: webhook,
  21407: {
    code: 'INVALID_NUMBER',
    message: 'This number cannot receive SMS.',
    hint: 'Search again and take a number from the list, or try another type.',
  },
  21420: {
    code: 'INVALID_INPUT',
    message: 'The application that is to get the messages is not on this account (any more).',
    hint: 'Set where the number’s messages go in the Twilio Console.',
  },
  21421: {
    code: 'INVALID_NUMBER',
    message: 'Twilio says that this is not a valid phone number.',
    hint: 'Search again and take a number from the list.',
  },
  21422: {
    code: 'NUMBER_TAKEN',
    message: 'Somebody else took this number a moment ago.',
    hint: 'Try again: the next number is taken.',
    retryable: true,
  },
  21451: areaCode,
  21452: { ...areaCode, message: 'Twilio has no number in this area code just now.' },
  21457: {
    code: 'AREA_CODE_UNAVAILABLE',
    message: 'Numbers of this country or type have no area codes.',
    hint: 'Search without an area code.',
  },
  21502: webhook,
  21613: {
    ...address,
    message: 'This number is only sold with an address on file, and the account has none that will do.',
  },
  21615: {
    ...address,
    message: 'This number is only sold with an address in its own area.',
    hint: 'What Twilio says below names the area. Choose an address there in Settings → Papers, or search for a number where the address is.',
  },
  21628: addressInvalid,
  21629: addressInvalid,
  21631: address,
  21649: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: 'This number is only sold on approved papers (a regulatory bundle) for its country and type.',
    hint: 'Choose an approved bundle for this country and type in Settings → Papers; without one, file it in the Twilio Console (days), or take a number in US or CA, which need none.',
  },
  21650: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: 'This number is only sold with a verified identity document on file.',
    hint: 'Enter the SID of a verified identity (RI…) in Settings → Papers; the Twilio Console has it, and says whether it has passed.',
  },
  21651: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: 'The chosen papers do not fit this number, or do not belong together.',
    hint: 'In Settings → Papers choose the bundle for this country and type, and with it the very address that is in the bundle.',
  },
  22300: {
    code: 'FORBIDDEN',
    message: 'Twilio does not sell this account any new numbers for the time being.',
    hint: 'Write to verifymyaccount@twilio.com with the Account SID and what the numbers are for.',
  },
};

export const noFunds: Explanation = {
  code: 'INSUFFICIENT_FUNDS',
  message: 'The balance of this Twilio account is too low.',
  hint: 'Add funds in the Twilio Console (Billing).',
};

/** Codes change, HTTP statuses stay: what a failure means when its code is not in the list. */
export const byStatus: Readonly<Partial<Record<number, Explanation>>> = {
  401: credentials,
  402: noFunds,
  403: forbidden,
  404: notFound,
  429: rateLimited,
};

export const refused: Explanation = {
  code: 'TWILIO_ERROR',
  message: 'Twilio refused the request.',
  hint: 'What Twilio says below tells why.',
};

export const troubled: Explanation = {
  code: 'TWILIO_ERROR',
  message: 'Twilio has a problem of its own.',
  hint: 'Try again in a moment; status.twilio.com tells more.',
  retryable: true,
};
