import { invalidParameter } from './errors.ts';
import type { RestRequest } from './rest.ts';

/** One page of a list. */
export interface Page<T> {
  items: T[];
  number: number;
  size: number;
  /** Query strings, filters included, of this page and its neighbours. */
  links: { self: string; first: string; next: string | null; previous: string | null };
}

const maxPageSize = 1000;
const pagingParams = new Set(['PageSize', 'Page', 'PageToken']);

/**
 * Cuts one page out of `all`. A token names the item next to the page, so that new items do not shift others between
 * pages; if that item is gone, the page number decides.
 * @param defaultSize items per page unless PageSize says otherwise (1 to 1000).
 * @throws TwilioError 400/20001 for an invalid PageSize, Page or PageToken.
 */
export function paginate<T>(
  request: RestRequest,
  all: readonly T[],
  idOf: (item: T) => string,
  defaultSize = 50,
): Page<T> {
  const size = integer(request.query, 'PageSize', 1, maxPageSize) ?? defaultSize;
  const number = integer(request.query, 'Page', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  const start = startOf(request.query.get('PageToken'), number * size, size, all.map(idOf));
  const items = all.slice(start, start + size);
  const [first, last] = [items[0], items.at(-1)];
  const link = (page: number, token: string | null) => linkTo(request.query, size, page, token);
  return {
    items,
    number,
    size,
    links: {
      self: link(number, request.query.get('PageToken')),
      first: link(0, null),
      next: last !== undefined && start + size < all.length ? link(number + 1, 'PA' + idOf(last)) : null,
      previous: first !== undefined && start > 0 && number > 0 ? link(number - 1, 'PB' + idOf(first)) : null,
    },
  };
}

/** The list envelope of the 2010-04-01 API. URIs are paths. */
export function listBody<T>(
  request: RestRequest,
  key: string,
  page: Page<T>,
  render: (item: T) => unknown,
): Record<string, unknown> {
  const uri = (query: string | null): string | null => (query === null ? null : `${request.path}?${query}`);
  const start = page.number * page.size;
  return {
    first_page_uri: uri(page.links.first),
    end: start + Math.max(0, page.items.length - 1),
    next_page_uri: uri(page.links.next),
    page: page.number,
    page_size: page.size,
    previous_page_uri: uri(page.links.previous),
    start,
    uri: uri(page.links.self),
    [key]: page.items.map(render),
  };
}

/** The list envelope of the newer APIs (pricing). URLs are absolute. */
export function metaBody<T>(
  request: RestRequest,
  key: string,
  page: Page<T>,
  render: (item: T) => unknown,
): Record<string, unknown> {
  const url = (query: string | null): string | null =>
    query === null ? null : `${request.origin}${request.path}?${query}`;
  const meta = {
    first_page_url: url(page.links.first),
    key,
    next_page_url: url(page.links.next),
    page: page.number,
    page_size: page.size,
    previous_page_url: url(page.links.previous),
    url: url(page.links.self),
  };
  return { meta, [key]: page.items.map(render) };
}

function startOf(token: string | null, fallback: number, size: number, ids: readonly string[]): number {
  if (token === null) return fallback;
  if (!/^P[AB]./.test(token)) throw invalidParameter(`Invalid PageToken: ${token}`);
  const neighbour = ids.indexOf(token.slice(2));
  if (neighbour === -1) return fallback;
  return token[1] === 'A' ? neighbour + 1 : Math.max(0, neighbour - size);
}

function linkTo(query: URLSearchParams, size: number, page: number, token: string | null): string {
  const filters = [...query].filter(([name]) => !pagingParams.has(name));
  const paging = [
    ['PageSize', String(size)],
    ['Page', String(page)],
    ...(token === null ? [] : [['PageToken', token]]),
  ];
  return new URLSearchParams([...filters, ...paging] as [string, string][]).toString();
}

function integer(query: URLSearchParams, name: string, min: number, max: number): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw invalidParameter(
    `${name} must be an integer of at least ${min}${max < 1e6 ? ` and at most ${max}` : ''}: ${text}`,
  );
}
