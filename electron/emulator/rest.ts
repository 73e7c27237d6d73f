import type { Capture } from './carrier/captured.ts';
import { invalidParameter, notFound } from './errors.ts';
import { formatUsd, type MicroUsd } from './money.ts';
import type { Courier } from './courier.ts';
import type { World } from './world.ts';

/** A REST request after authentication and routing. */
export interface RestRequest {
  method: string;
  /** Not decoded: as in the request line, without the query. */
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  /** The variable parts of the path. */
  params: Readonly<Record<string, string>>;
  /** Scheme, host and port on which the emulator listens. */
  origin: string;
}

export interface Reply {
  status: number;
  /** Absent for 204. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** What a handler gets to work with. */
export interface Context {
  world: World;
  courier: Courier;
  /** Takes each message that is sent; null when the account sends from its own numbers alone. */
  capture: Capture | null;
  log: (line: string) => void;
}

/** Answers a request, or throws a TwilioError. */
export type Handler = (context: Context, request: RestRequest) => Reply | Promise<Reply>;

/** The path of an account's resources. */
export function accountPath(world: World): string {
  return `/2010-04-01/Accounts/${world.accountSid}`;
}

/** The item whose SID is in the path. @throws TwilioError 404/20404 when there is none. */
export function requested<T extends { sid: string }>(all: readonly T[], { params, path }: RestRequest): T {
  const found = all.find(({ sid }) => sid === params['Sid']);
  if (!found) throw notFound(path);
  return found;
}

/** A decimal as the API description declares it, or as in its examples: see `Faults.decimalsAsStrings`. */
export function decimal(world: World, text: string | null): string | number | null {
  return text === null || world.faults.decimalsAsStrings ? text : Number(text);
}

/** A variable part of the path, decoded. @throws TwilioError 404/20404 when that cannot be done. */
export function pathParam({ params, path }: RestRequest, name: string): string {
  try {
    return decodeURIComponent(params[name] ?? '');
  } catch {
    throw notFound(path);
  }
}

/** An amount of USD as {@link decimal}. */
export function decimalUsd(world: World, amount: MicroUsd): string | number | null {
  return decimal(world, formatUsd(amount));
}

/** A number in a parameter, also with a channel before it. An unencoded plus has become a space. */
export function e164Param(params: URLSearchParams, name: string): string | null {
  return params.get(name)?.replace(/(?<=^|:) /, '+') ?? null;
}

/** A boolean query parameter. @throws TwilioError 400/20001 */
export function booleanParam(params: URLSearchParams, name: string): boolean | null {
  const value = params.get(name)?.toLowerCase();
  if (value === undefined) return null;
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalidParameter(`${name} must be true or false: ${value}`);
}
