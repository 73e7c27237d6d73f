/** The body of every error answer (https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions). */
export interface TwilioErrorBody {
  code: number;
  message: string;
  more_info: string;
  status: number;
}

/** An error as the REST API reports it. `status` is the HTTP status, `code` an entry of Twilio's error dictionary. */
export class TwilioError extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'TwilioError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  get body(): TwilioErrorBody {
    const more_info = `https://www.twilio.com/docs/errors/${this.code}`;
    return { code: this.code, message: this.message, more_info, status: this.status };
  }
}

/** 400 with Twilio's general code for an invalid parameter, where the resource has no rule of its own. */
export function invalidParameter(message: string): TwilioError {
  return new TwilioError(400, 20001, message);
}

/** 404/20404. `resource` is a path, as in Twilio's own message. */
export function notFound(resource: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${resource} was not found`);
}

/** 401/20003. Without a challenge, a client would not know which scheme to use. */
export function unauthenticated(): TwilioError {
  return new TwilioError(401, 20003, 'Authenticate', { 'WWW-Authenticate': 'Basic realm="Twilio API"' });
}

/** 429/20429. */
export function tooManyRequests(): TwilioError {
  return new TwilioError(429, 20429, 'Too Many Requests', { 'Retry-After': '1' });
}

/** 503/20503. */
export function unavailable(): TwilioError {
  return new TwilioError(503, 20503, 'Service Unavailable');
}

/** Turns anything thrown into a TwilioError; unexpected errors become 500/20500. */
export function asTwilioError(thrown: unknown): TwilioError {
  if (thrown instanceof TwilioError) return thrown;
  const status = (thrown as { status?: unknown } | null)?.status;
  if (status === 413) return new TwilioError(413, 20413, 'The request body is too large');
  if (status === 415) return unsupportedMediaType();
  if (status === 400) return invalidParameter('The request body could not be read');
  return new TwilioError(500, 20500, 'An internal server error has occurred');
}

/** 415/20415. The API accepts only forms. */
export function unsupportedMediaType(): TwilioError {
  return new TwilioError(415, 20415, 'Content-Type must be application/x-www-form-urlencoded');
}
