import type { ErrorCode } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.twilio;

export interface Explanation {
  code: ErrorCode;
  message: Phrase;
  hint: Phrase;
  retryable: boolean;
}

function explain(code: ErrorCode, message: Phrase, hint: Phrase, retryable = false): Explanation {
  return { code, message, hint, retryable };
}

const credentials = explain('INVALID_CREDENTIALS', say.credentials, say.credentialsHint);
const notActive = explain('ACCOUNT_SUSPENDED', say.notActive, say.notActiveHint);
const areaCode = explain('AREA_CODE_UNAVAILABLE', say.areaCode, say.areaCodeHint);
const address = explain('ADDRESS_REQUIRED', say.address, say.addressHint);
const addressInvalid = explain('ADDRESS_REQUIRED', say.addressInvalid, say.addressInvalidHint);
const webhook = explain('INVALID_INPUT', say.webhook, say.webhookHint);
export const forbidden = explain('FORBIDDEN', say.forbidden, say.forbiddenHint);
const notFound = explain('NOT_FOUND', say.notFound, say.notFoundHint);
const rateLimited = explain('RATE_LIMITED', say.rateLimited, say.rateLimitedHint, true);
const invalidNumber = explain('INVALID_NUMBER', say.invalidNumber, say.invalidNumberHint);
const conflict = explain('CONFLICT', say.conflict, say.conflictHint, true);
export const refused = explain('TWILIO_ERROR', say.refused, say.refusedHint);

/** Twilio's error codes (twilio.com/docs/api/errors) in our words; Twilio's own text is shown too. */
export const byCode: Readonly<Partial<Record<number, Explanation>>> = {
  10001: notActive,
  10002: explain('TRIAL_LIMIT', say.trialForbids, say.trialForbidsHint),
  20003: credentials,
  20005: notActive,
  20006: forbidden,
  20008: explain('FORBIDDEN', say.testCredentials, say.testCredentialsHint),
  20010: explain('FORBIDDEN', say.switchedOff, say.switchedOffHint),
  20403: { ...notActive, message: say.closed },
  20404: notFound,
  20409: conflict,
  20429: rateLimited,
  21402: webhook,
  21404: explain('TRIAL_LIMIT', say.trialNumber, say.trialNumberHint),
  21406: webhook,
  21407: explain('INVALID_NUMBER', say.noSms, say.noSmsHint),
  21420: explain('INVALID_INPUT', say.noApplication, say.noApplicationHint),
  21421: invalidNumber,
  21422: explain('NUMBER_TAKEN', say.taken, say.takenHint, true),
  21451: areaCode,
  21452: { ...areaCode, message: say.areaCodeEmpty },
  21457: explain('AREA_CODE_UNAVAILABLE', say.noAreaCodes, say.noAreaCodesHint),
  21502: webhook,
  21613: { ...address, message: say.addressMissing },
  21615: { ...address, message: say.addressInArea, hint: say.addressInAreaHint },
  21628: addressInvalid,
  21629: addressInvalid,
  21631: address,
  // Twilio documents nothing helpful for these two, so its own words have to do.
  21636: refused,
  21640: refused,
  21649: explain('REGULATORY_BUNDLE_REQUIRED', say.bundle, say.bundleHint),
  21650: explain('REGULATORY_BUNDLE_REQUIRED', say.identity, say.identityHint),
  21651: explain('REGULATORY_BUNDLE_REQUIRED', say.papersDoNotFit, say.papersDoNotFitHint),
  22102: invalidNumber,
  22300: explain('FORBIDDEN', say.notSold, say.notSoldHint),
  45004: explain('INVALID_INPUT', say.notUnderstood, say.notUnderstoodHint),
};

export const noFunds = explain('INSUFFICIENT_FUNDS', say.noFunds, say.noFundsHint);

/** Codes change, HTTP statuses don't: what a failure means when its code is not listed. */
export const byStatus: Readonly<Partial<Record<number, Explanation>>> = {
  401: credentials,
  402: noFunds,
  403: forbidden,
  404: notFound,
  409: conflict,
  429: rateLimited,
};

/** Twilio never redirects a call, so something in between does, and we cannot know what became of the request. */
export const redirected = explain('TWILIO_UNREACHABLE', say.notTwilio, say.notTwilioHint, true);
export const troubled = explain('TWILIO_ERROR', say.troubled, say.troubledHint, true);
