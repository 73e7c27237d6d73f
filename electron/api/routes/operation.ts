import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { plainError } from '../../contract/errors.ts';
import type { App } from '../../core/app.ts';
import type { InEnglish } from '../../contract/words/english.ts';
import { parseInput } from '../../core/dispatch.ts';
import { viewFor, type HolderView } from '../holderView.ts';
import { holderOf } from '../holder.ts';
import { hostOnly } from './respond.ts';

/** The answer of an operation that succeeds. */
export interface Answer {
  description: string;
  /** Schema of the JSON body; null when there is none. */
  body: z.ZodType | null;
  /** One schema for each other media type. */
  also?: Record<string, z.ZodType>;
}

/**
 * What a named token may do: with `all` the same as everyone, with `own` only for its own leases and their messages,
 * with `host` nothing, because it concerns the whole account or host.
 */
export type Access = 'all' | 'own' | 'host';

/** What an operation gets to work with. */
type AppFor<A extends Access> = A extends 'host' ? App : HolderView;

/** One request of the automation API: the router and the API description both use it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /v1, as OpenAPI writes it: `/leases/{id}`. */
  path: string;
  /** Unique; generated clients name their functions after it. */
  id: string;
  access: Access;
  /** Without a full stop. */
  summary: string;
  params: z.ZodObject | null;
  query: z.ZodObject | null;
  body: z.ZodObject | null;
  headers: z.ZodObject | null;
  /** By status; errors are added. */
  answers: Record<number, Answer>;
  handler(app: App): RequestHandler;
}

type Nothing = z.ZodObject<Record<never, z.ZodType>>;

export interface Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
}

interface Described<A extends Access, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> extends Pick<
  Operation,
  'method' | 'path' | 'id' | 'summary'
> {
  access: A;
  params?: P;
  query?: Q;
  body?: B;
}

/** An operation that answers with JSON; anything it throws goes to the error handler. */
export function operation<
  T extends object,
  const A extends Access,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(
  spec: Described<A, P, Q, B> & {
    answer: [status: number, description: string, body: z.ZodType<NoInfer<InEnglish<T>>>];
    run(app: AppFor<A>, given: Given<P, Q, B>): T | Promise<T>;
  },
): Operation {
  const { answer, run, ...rest } = spec;
  const [status, description, body] = answer;
  return freeOperation<A, P, Q, B>({
    ...rest,
    answers: { [status]: { description, body } },
    respond: async (app, given, _request, response) => {
      const value = await run(app, given);
      if (!response.writableEnded) response.status(status).json(value);
    },
  });
}

/** An operation that writes its own answer. */
export function freeOperation<
  const A extends Access,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(
  spec: Described<A, P, Q, B> & {
    headers?: z.ZodObject;
    answers: Operation['answers'];
    respond(app: AppFor<A>, given: Given<P, Q, B>, request: Request, response: Response): Promise<void>;
  },
): Operation {
  const { params, headers = null, respond, ...rest } = spec;
  const [query, body] = [spec.query?.strict(), spec.body?.strict()];
  return {
    ...rest,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    headers,
    handler: (app) => async (request, response) =>
      respond(
        appFor(app, rest.access, holderOf(response)),
        {
          query: parsed('parameter', query, request.query) as z.output<Q>,
          body: parsed('field', body, request.body ?? {}) as z.output<B>,
          params: parseInput(params ?? z.object({}), request.params) as z.output<P>,
        },
        request,
        response,
      ),
  };
}

/**
 * For requests that mean all without a number: elsewhere an empty parameter is an absent one, but here a script's empty
 * variable would end or wipe everything. Throws INVALID_INPUT.
 */
export function assertNotEmptyTo({ query }: Request): void {
  if (query['to'] !== '') return;
  throw plainError('INVALID_INPUT', '“to” is empty.', 'Give a number, or leave it out for all.');
}

/** Throws FORBIDDEN when a named token asks for something of the host. */
function appFor<A extends Access>(app: App, access: A, holder: string | null): AppFor<A> {
  if (access === 'host' && holder !== null) throw hostOnly();
  return (access === 'host' ? app : viewFor(app, holder)) as AppFor<A>;
}

/** Rejects unknown names: they would be silently ignored. */
function parsed(what: 'parameter' | 'field', schema: z.ZodObject = z.object({}), input: object): unknown {
  const known = Object.keys(schema.shape);
  const unknown = Array.isArray(input) ? [] : Object.keys(input).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw plainError(
      'INVALID_INPUT',
      `There is no ${what} ${unknown.map((name) => `“${name}”`).join(', ')}.`,
      known.length > 0 ? `There are: ${known.join(', ')}.` : 'Leave it out: there are none.',
    );
  return parseInput(schema, what === 'parameter' ? withoutEmpty(input) : input);
}

/** An empty parameter such as `?contains=` is ignored, as from a form field left empty. */
function withoutEmpty(query: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
