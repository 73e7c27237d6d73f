import { isRequestName, requests, type Handlers, type Parsed, type RequestName } from '../contract/api.ts';
import { AppError, appError, toFailure, type Result } from '../contract/errors.ts';
import { inOneLine, issuePhrase, phrases } from '../contract/words/phrases.ts';
import type { z } from 'zod';
import type { Logger } from './ports.ts';

const say = phrases.host;

/** Carries out a request from a user interface. Takes unknown, answers a Result, and never rejects. */
export async function dispatch(
  handlers: Handlers,
  log: Logger,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await run(handlers, name, input) };
  } catch (thrown) {
    if (!(thrown instanceof AppError))
      log.error(`The request ${String(name).slice(0, 40)} failed unexpectedly.`, thrown);
    return { ok: false, error: toFailure(thrown) };
  }
}

async function run(handlers: Handlers, name: unknown, input: unknown): Promise<unknown> {
  if (!isRequestName(name)) {
    throw appError('INVALID_INPUT', say.noSuchRequest, say.noSuchRequestHint);
  }
  return call(handlers, name, parseInput(requests[name].input, input));
}

function call<N extends RequestName>(handlers: Handlers, name: N, input: unknown): Promise<unknown> {
  return handlers[name](input as Parsed<N>);
}

/** The parsed input, or INVALID_INPUT with what is wrong and where. Values are not repeated: they may be secret. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? say.invalid({ path: path.join('.'), what: issuePhrase(message) }) : issuePhrase(message),
  );
  throw appError('INVALID_INPUT', inOneLine(first!, ...rest), say.invalidHint);
}
