import { iso8601 } from '../dates.ts';
import { notFound, TwilioError } from '../errors.ts';
import { e164Param, type Handler } from '../rest.ts';
import type { World } from '../world.ts';
import { invalid, tooManyChecks } from './errors.ts';
import { liveVerification } from './life.ts';
import { serviceOf, withoutVersion } from './services.ts';
import type { Verification } from './state.ts';
import { codeParam, paymentParams } from './wishes.ts';

const mostChecks = 5;

/**
 * `POST /v2/Services/{ServiceSid}/VerificationCheck`: 201, `approved` for the right code and `pending` for another.
 * @throws TwilioError 400: 60200 no code of 4 to 10 letters or digits, 60221 neither To nor VerificationSid; 404/20404
 * no such verification, or not any more; 429/60202 after five codes.
 */
export const checkVerification: Handler = ({ world }, request) => {
  const service = serviceOf(world, request);
  const code = codeParam(request.form, 'Code');
  if (code === null) throw invalid('Code', code);
  const target = request.form.get('VerificationSid') || e164Param(request.form, 'To');
  if (!target) throw new TwilioError(400, 60221, 'No target verification specified');
  const { amount, payee } = paymentParams(service.settings, request.form);
  const verification = liveVerification(world, service.sid, target);
  if (!verification) throw notFound(withoutVersion(request.path));
  if (verification.status === 'max_attempts_reached') throw tooManyChecks();
  const isRight = code === verification.code && amount === verification.amount && payee === verification.payee;
  verification.checks += 1;
  verification.updatedAt = world.now();
  if (isRight) verification.status = 'approved';
  const body = checkResource(world, verification);
  if (!isRight && verification.checks >= mostChecks) verification.status = 'max_attempts_reached';
  return { status: 201, body };
};

function checkResource(world: World, verification: Verification): Record<string, unknown> {
  const { sid, serviceSid, to, status, amount, payee, createdAt, updatedAt } = verification;
  return {
    sid,
    service_sid: serviceSid,
    account_sid: world.accountSid,
    to,
    channel: 'sms',
    status,
    valid: status === 'approved',
    amount,
    payee,
    date_created: iso8601(createdAt),
    date_updated: iso8601(updatedAt),
    sna_attempts_error_codes: [],
  };
}
