import type { ErrorCode } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.twilio;

export interface Explanation {
  code: ErrorCode;
  message: Phrase;
  hint: Phrase;
  /** False unless given. */
  retryable?: boolean;
}

const credentials: Explanation = {
  code: 'INVALID_CREDENTIALS',
  message: say.credentials,
  hint: say.credentialsHint,
};

const notActive: Explanation = {
  code: 'ACCOUNT_SUSPENDED',
  message: say.notActive,
  hint: say.notActiveHint,
};

const areaCode: Explanation = {
  code: 'AREA_CODE_UNAVAILABLE',
  message: say.areaCode,
  hint: say.areaCodeHint,
};

const address: Explanation = {
  code: 'ADDRESS_REQUIRED',
  message: say.address,
  hint: say.addressHint,
};

const addressInvalid: Explanation = {
  code: 'ADDRESS_REQUIRED',
  message: say.addressInvalid,
  hint: say.addressInvalidHint,
};

const webhook: Explanation = {
  code: 'INVALID_INPUT',
  message: say.webhook,
  hint: say.webhookHint,
};

export const forbidden: Explanation = {
  code: 'FORBIDDEN',
  message: say.forbidden,
  hint: say.forbiddenHint,
};

const notFound: Explanation = {
  code: 'NOT_FOUND',
  message: say.notFound,
  hint: say.notFoundHint,
};

const rateLimited: Explanation = {
  code: 'RATE_LIMITED',
  message: say.rateLimited,
  hint: say.rateLimitedHint,
  retryable: true,
};

const invalidNumber: Explanation = {
  code: 'INVALID_NUMBER',
  message: say.invalidNumber,
  hint: say.invalidNumberHint,
};

const conflict: Explanation = {
  code: 'CONFLICT',
  message: say.conflict,
  hint: say.conflictHint,
  retryable: true,
};

export const refused: Explanation = {
  code: 'TWILIO_ERROR',
  message: say.refused,
  hint: say.refusedHint,
};

/** Twilio's error codes (twilio.com/docs/api/errors) in our words. Twilio's own text is shown beside them. */
export const byCode: Readonly<Partial<Record<number, Explanation>>> = {
  10001: notActive,
  10002: {
    code: 'TRIAL_LIMIT',
    message: say.trialForbids,
    hint: say.trialForbidsHint,
  },
  20003: credentials,
  20005: notActive,
  20006: forbidden,
  20008: {
    code: 'FORBIDDEN',
    message: say.testCredentials,
    hint: say.testCredentialsHint,
  },
  20010: {
    code: 'FORBIDDEN',
    message: say.switchedOff,
    hint: say.switchedOffHint,
  },
  20403: { ...notActive, message: say.closed },
  20404: notFound,
  20409: conflict,
  20429: rateLimited,
  21402: webhook,
  21404: {
    code: 'TRIAL_LIMIT',
    message: say.trialNumber,
    hint: say.trialNumberHint,
  },
  21406: webhook,
  21407: {
    code: 'INVALID_NUMBER',
    message: say.noSms,
    hint: say.noSmsHint,
  },
  21420: {
    code: 'INVALID_INPUT',
    message: say.noApplication,
    hint: say.noApplicationHint,
  },
  21421: invalidNumber,
  21422: {
    code: 'NUMBER_TAKEN',
    message: say.taken,
    hint: say.takenHint,
    retryable: true,
  },
  21451: areaCode,
  21452: { ...areaCode, message: say.areaCodeEmpty },
  21457: {
    code: 'AREA_CODE_UNAVAILABLE',
    message: say.noAreaCodes,
    hint: say.noAreaCodesHint,
  },
  21502: webhook,
  21613: {
    ...address,
    message: say.addressMissing,
  },
  21615: {
    ...address,
    message: say.addressInArea,
    hint: say.addressInAreaHint,
  },
  21628: addressInvalid,
  21629: addressInvalid,
  21631: address,
  // Of these two nothing is documented that would help; Twilio's own words have to do.
  21636: refused,
  21640: refused,
  21649: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: say.bundle,
    hint: say.bundleHint,
  },
  21650: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: say.identity,
    hint: say.identityHint,
  },
  21651: {
    code: 'REGULATORY_BUNDLE_REQUIRED',
    message: say.papersDoNotFit,
    hint: say.papersDoNotFitHint,
  },
  22102: invalidNumber,
  22300: {
    code: 'FORBIDDEN',
    message: say.notSold,
    hint: say.notSoldHint,
  },
  45004: {
    code: 'INVALID_INPUT',
    message: say.notUnderstood,
    hint: say.notUnderstoodHint,
  },
};

export const noFunds: Explanation = {
  code: 'INSUFFICIENT_FUNDS',
  message: say.noFunds,
  hint: say.noFundsHint,
};

/** Codes change, HTTP statuses stay: what a failure means when its code is not in the list. */
export const byStatus: Readonly<Partial<Record<number, Explanation>>> = {
  401: credentials,
  402: noFunds,
  403: forbidden,
  404: notFound,
  409: conflict,
  429: rateLimited,
};

/** Twilio redirects no call: something in between does, and what became of the request behind it is not known. */
export const redirected: Explanation = {
  code: 'TWILIO_UNREACHABLE',
  message: say.notTwilio,
  hint: say.notTwilioHint,
  retryable: true,
};

export const troubled: Explanation = {
  code: 'TWILIO_ERROR',
  message: say.troubled,
  hint: say.troubledHint,
  retryable: true,
};
