import { AppError, appError, type ErrorCode, type TwilioDetail } from '../../contract/errors.ts';

interface Explanation {
  code: ErrorCode;
  message: string;
  hint: string;
  retryable?: boolean;
}

const consoleHint =
  'Compare the Account SID and Auth Token with those in the Twilio Console (console.twilio.com), and enter them again in Settings.';

/** Twilio's error codes (twilio.com/docs/api/errors) in our words. Twilio's own text is shown beside them. */
const byCode: Record<number, Explanation> = {
  20003: { code: 'INVALID_CREDENTIALS', message: 'Twilio does not accept these credentials.', hint: consoleHint },
  20403: {
    code: 'ACCOUNT_SUSPENDED',
    message: 'This Twilio account is suspended or closed.',
    hint: 'Open the Twilio Console: it says why, and what brings the account back.',
  },
  20404: { code: 'NOT_FOUND', message: 'Twilio has no such thing (any more).', hint: 'Reload and try again.' },
  20429: {
    code: 'RATE_LIMITED',
    message: 'Twilio asks for fewer requests at a time. Nothing was done.',
    hint: 'Wait a few seconds and try again.',
    retryable: true,
  },
  21422: {
    code: 'NUMBER_TAKEN',
    message: 'Somebody else took this number a moment ago.',
    hint: 'Try again: the next number is taken.',
    retryable: true,
  },
  21421: {
    code: 'INVALID_NUMBER',
    message: 'Twilio says that this is not a valid phone number.',
    hint: 'Search again and take a number from the list.',
  },
  21404: {
    code: 'TRIAL_LIMIT',
    message: 'This trial account cannot have another number.',
    hint: 'Give the number back that it has, or upgrade the account in the Twilio Console.',
  },
  10002: {
    code: 'TRIAL_LIMIT',
    message: 'This trial account cannot do that.',
    hint: 'A trial account has one number. Give it back first, or upgrade the account in the Twilio Console.',
  },
  21450: {
    code: 'AREA_CODE_UNAVAILABLE',
    message: 'This is not an area code that Twilio knows.',
    hint: 'Try another area code, or none.',
  },
  21451: {
    code: 'AREA_CODE_UNAVAILABLE',
    message: 'This is not an area code that Twilio knows.',
    hint: 'Try another area code, or none.',
  },
  21452: {
    code: 'AREA_CODE_UNAVAILABLE',
    message: 'Twilio has no number in this area code just now.',
    hint: 'Try another area code, or none.',
  },
  21649: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: 'This country asks for approved papers (a regulatory bundle) before a number is sold.',
    hint: 'Take a number in US or CA, which need none, or file a bundle in the Twilio Console.',
  },
  21631: {
    code: 'ADDRESS_REQUIRED',
    message: 'This number is only sold with an address on file.',
    hint: 'Take a number in US or CA, which need none, or add an address in the Twilio Console.',
  },
  21615: {
    code: 'ADDRESS_REQUIRED',
    message: 'This number is only sold with a local address on file.',
    hint: 'Take a number in US or CA, which need none, or add an address in the Twilio Console.',
  },
  21613: {
    code: 'ADDRESS_REQUIRED',
    message: 'This number is only sold with an address on file.',
    hint: 'Take a number in US or CA, which need none, or add an address in the Twilio Console.',
  },
  21402: {
    code: 'INVALID_INPUT',
    message: 'Twilio does not accept the webhook address of the number.',
    hint: 'Check the public URL in Settings (or WEBHOOK_BASE_URL): it must be reachable from the internet.',
  },
  20005: {
    code: 'ACCOUNT_SUSPENDED',
    message: 'This Twilio account is not active.',
    hint: 'Open the Twilio Console: it says why, and what brings the account back.',
  },
};

const noFunds: Explanation = {
  code: 'INSUFFICIENT_FUNDS',
  message: 'The balance of this Twilio account is too low.',
  hint: 'Add funds in the Twilio Console (Billing).',
};

/** Codes change, HTTP statuses stay: what a failure means when its code is not in the list. */
const byStatus: Record<number, Explanation> = {
  401: byCode[20003] as Explanation,
  402: noFunds,
  403: {
    code: 'FORBIDDEN',
    message: 'Twilio does not allow this account to do that.',
    hint: 'With test credentials most calls are refused: use the live ones. Otherwise the Twilio Console says what is missing.',
  },
  404: byCode[20404] as Explanation,
  429: byCode[20429] as Explanation,
};

const refused: Explanation = {
  code: 'TWILIO_ERROR',
  message: 'Twilio refused the request.',
  hint: 'What Twilio says below tells why.',
};
const troubled: Explanation = {
  code: 'TWILIO_ERROR',
  message: 'Twilio has a problem of its own.',
  hint: 'Try again in a moment; status.twilio.com tells more.',
  retryable: true,
};

/** What the SDK throws for an answer of Twilio's that is not a success. */
interface RestFailure {
  status: number;
  code?: number;
  message: string;
  moreInfo?: string;
}

/** Any error of the SDK's as an AppError. A failure without an answer is TWILIO_UNREACHABLE: what was asked may have been done. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!isRestFailure(thrown)) return unreachable(thrown);
  if (/insufficient funds/i.test(thrown.message)) return explain(noFunds, thrown);
  const known = byCode[thrown.code ?? 0] ?? byStatus[thrown.status] ?? (thrown.status >= 500 ? troubled : refused);
  return explain(known, thrown);
}

function explain({ code, message, hint, retryable = false }: Explanation, thrown: RestFailure): AppError {
  return appError(code, message, hint, { retryable, twilio: detailOf(thrown) });
}

function isRestFailure(thrown: unknown): thrown is RestFailure {
  return (
    thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && !('isAxiosError' in thrown)
  );
}

function detailOf({ code, status, message, moreInfo }: RestFailure): TwilioDetail {
  // A proxy's answer has none of Twilio's fields.
  const said = typeof message === 'string' ? message : `HTTP status ${status}`;
  return {
    code: typeof code === 'number' ? code : null,
    status,
    message: said,
    moreInfo: typeof moreInfo === 'string' ? moreInfo : null,
  };
}

// Only the error's code is repeated: the rest of an HTTP client's error holds the request with its credentials.
function unreachable(thrown: unknown): AppError {
  const code = thrown instanceof Error && 'code' in thrown ? ` (${String(thrown.code)})` : '';
  return appError(
    'TWILIO_UNREACHABLE',
    `Twilio could not be reached${code}.`,
    'Check the internet connection, and a proxy or firewall if there is one. OTP Dock tries again by itself where that is safe.',
    { retryable: true },
  );
}
