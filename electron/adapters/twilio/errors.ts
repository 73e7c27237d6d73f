import { AppError, appError, type TwilioDetail } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import {
  byCode,
  byStatus,
  forbidden,
  noFunds,
  redirected,
  refused,
  troubled,
  type Explanation,
} from './explanations.ts';

const say = phrases.twilio;

/** What the SDK throws when Twilio answers with an error. */
interface RestFailure {
  status: number;
  code?: number;
  message: string;
  moreInfo?: string;
}

/** Turns any SDK error into an AppError. No answer gives TWILIO_UNREACHABLE: the request may have been carried out. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!isRestFailure(thrown)) return unreachable(thrown);
  if (/insufficient funds/i.test(thrown.message)) return asError(noFunds, thrown);
  if (thrown.status < 400) return asError(redirected, thrown);
  if (thrown.status >= 500) return asError(troubled, thrown);
  return asError(byCode[thrown.code ?? 0] ?? byStatus[thrown.status] ?? refused, thrown);
}

/** The error for one call that Twilio refuses as if account or key were invalid, although they work. */
export function refusedAlone({ failure }: AppError): AppError {
  const { code, message, hint } = forbidden;
  return appError(code, message, hint, failure.twilio ? { twilio: failure.twilio } : {});
}

function asError({ code, message, hint, retryable }: Explanation, thrown: RestFailure): AppError {
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

// Repeats only the error's code: the rest of an HTTP client's error holds the request with its credentials.
function unreachable(thrown: unknown): AppError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  const message = code === null ? say.unreachable : say.unreachableFor({ code });
  return appError('TWILIO_UNREACHABLE', message, say.unreachableHint, { retryable: true });
}
