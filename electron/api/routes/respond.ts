import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { unpackingProblem } from '../../adapters/packedBody.ts';
import { AppError, plainError, toFailure, type Failure } from '../../contract/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { statusOf } from '../statusOf.ts';

/** Answers with the error shape of the API. */
export function sendFailure(response: Response, error: Failure): void {
  if (error.code === 'UNAUTHORIZED') response.set('WWW-Authenticate', 'Bearer realm="OTP Dock"');
  response.status(statusOf[error.code]).json({ error });
}

export function unauthorized(): AppError {
  return plainError(
    'UNAUTHORIZED',
    'The token is missing or not right.',
    'Send "Authorization: Bearer TOKEN" with the host’s own token (OTP_DOCK_API_TOKEN, or the file api-token in its data folder) or one with a name.',
  );
}

export function tooManyRefusals(): AppError {
  return plainError(
    'RATE_LIMITED',
    'There were too many requests without the right token.',
    'Wait a minute, and send the right one.',
    { retryable: true },
  );
}

export function tooFast(): AppError {
  return plainError(
    'RATE_LIMITED',
    'This token asks too often: 50 times a second, and 1,000 times in a burst, are fine.',
    'Wait as long as Retry-After says. To wait for a code, give timeoutSeconds instead of asking again and again.',
    { retryable: true },
  );
}

export function forbidden(publicUrl: string | null): AppError {
  if (publicUrl !== null)
    return plainError(
      'FORBIDDEN',
      `Only requests to ${publicUrl}, and from its own pages, are answered here.`,
      'Use that address. A proxy in front has to pass on the Host header as it came.',
    );
  return plainError(
    'FORBIDDEN',
    'Only this machine and OTP Dock’s own pages may ask here.',
    'Use http://127.0.0.1 or http://localhost with the port that was printed.',
  );
}

export function hostOnly(): AppError {
  return plainError(
    'FORBIDDEN',
    'A token with a name may not do this: it concerns the whole host or account.',
    'Use the host’s own token: OTP_DOCK_API_TOKEN, or the file api-token in its data folder.',
  );
}

export const notFound: RequestHandler = (request, response) => {
  sendFailure(
    response,
    plainError(
      'NOT_FOUND',
      `There is no ${request.method} ${request.path}.`,
      'GET /v1/openapi.json lists what there is.',
    ).failure,
  );
};

export function onError(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    // Already answered, because its token was removed meanwhile.
    if (response.writableEnded) return;
    if (response.headersSent) return next(thrown);
    const refused = bodyError(thrown, request);
    if (refused) return void response.status(refused.status).json({ error: refused.failure });
    if (!(thrown instanceof AppError)) log.error('A request to the API failed unexpectedly.', thrown);
    return sendFailure(response, toFailure(thrown));
  };
}

/** Rejects a body that is not JSON: ignoring it would buy a number with the defaults instead. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody || request.is('application/json')) return next();
  const failure = plainError(
    'INVALID_INPUT',
    'The body is not JSON.',
    'Send a JSON object with Content-Type: application/json.',
  ).failure;
  return void response.status(415).json({ error: failure });
};

/** Errors of Express and its body parser: a bad path, or a body that is too long, garbled or in an unknown encoding. */
function bodyError(thrown: unknown, request: IncomingMessage): { status: number; failure: Failure } | null {
  if (!(thrown instanceof Error) || thrown instanceof AppError || !('status' in thrown)) return null;
  const status = Number(thrown.status);
  if (!(status >= 400 && status < 500)) return null;
  const packed = unpackingProblem(thrown, request);
  if (packed)
    return { status, failure: plainError('INVALID_INPUT', packed, 'Pack it anew, or send it as it is.').failure };
  if (!('type' in thrown))
    return {
      status,
      failure: plainError('INVALID_INPUT', 'The address of the request could not be read.', 'Encode it as a URL.')
        .failure,
    };
  const what = status === 413 ? 'The body is too long.' : 'The body could not be read as JSON.';
  return {
    status,
    failure: plainError('INVALID_INPUT', what, 'Send a JSON object with Content-Type: application/json.').failure,
  };
}
