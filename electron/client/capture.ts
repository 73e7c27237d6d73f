import { OtpDockError } from './errors.ts';
import { callHost, type HttpOptions } from './http.ts';
import type { Carrier, TestMode } from './types.ts';

/**
 * Where the app under test sends what is captured; null where nothing is. Rejects with WRONG_MODE if that is not what
 * the tests are meant for.
 */
export async function readCapture(http: HttpOptions, mode: TestMode | undefined): Promise<Carrier | null> {
  const carrier = await callHost<Carrier>(http, { method: 'GET', path: '/v1/capture', repeatable: true }).catch(orNone);
  if (mode === undefined || (mode === 'capture') === (carrier !== null)) return carrier;
  throw new OtpDockError({
    code: 'WRONG_MODE',
    message: carrier
      ? 'SMS are captured here, and the tests are meant for real numbers.'
      : 'No SMS are captured here, and the tests are meant for captured ones.',
    hint: 'Set OTP_DOCK_MODE for the tests to what this OTP Dock offers, or start another one: serve --capture captures SMS.',
    retryable: false,
    twilio: null,
  });
}

function orNone(thrown: unknown): null {
  if (thrown instanceof OtpDockError && thrown.code === 'CONFLICT') return null;
  throw thrown;
}
