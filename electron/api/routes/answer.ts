import type { Request, RequestHandler } from 'express';

type Params = Record<string, string>;

/** Answers with JSON; what is thrown goes to the error handler. */
export function answer<P extends Params = Record<never, string>>(
  status: number,
  work: (request: Request<P>) => object | Promise<object>,
): RequestHandler<P> {
  return async (request, response) => void response.status(status).json(await work(request));
}

/** `?contains=` means nothing, as in a form that was left empty. */
export function withoutEmpty(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
