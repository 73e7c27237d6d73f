import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.twilio;

/** Half a million entries at Twilio's largest page: a list that is longer never ends. */
const mostPages = 500;

/** Twilio may filter a page down to nothing; so many of them in a row are no list any more. */
const mostEmptyPages = 10;

export interface Page<T> {
  instances: T[];
  getNextPageUrl(): string | undefined;
}

/** The part that the SDK's lists have in common. */
interface PagedList<Options, T> {
  page(options: Options): Promise<Page<T>>;
  getPage(url: string): Promise<Page<T>>;
}

export interface Reading<T> {
  idOf(item: T): string;
  /** How many items are wanted at most; all of them unless given. */
  limit?: number;
  /** Whether nothing behind this page is wanted. */
  isLast?(page: T[]): boolean;
  /**
   * The list leads in a circle or does not end, and what was read of it is answered. Without this that is an error:
   * nobody shall conclude from a part of a list that something is not there.
   */
  onCut?: (() => void) | undefined;
}

/** Reads a list page by page. The SDK's own `list` follows a page that points back to an earlier one for ever. */
export async function readPages<Options, T>(
  list: PagedList<Options, T>,
  options: Options,
  { idOf, limit = Infinity, isLast = () => false, onCut = refuse }: Reading<NoInfer<T>>,
): Promise<T[]> {
  const items = new Map<string, T>();
  const asked = new Set<string>();
  let [page, emptyPages] = [await list.page(options), 0];
  for (;;) {
    const before = items.size;
    for (const item of page.instances) items.set(idOf(item), item);
    const isEmpty = page.instances.length === 0;
    emptyPages = isEmpty ? emptyPages + 1 : 0;
    const url = page.getNextPageUrl();
    if (!url || items.size >= limit || isLast(page.instances)) break;
    const isRepeated = asked.has(url) || (!isEmpty && items.size === before);
    if (isRepeated || emptyPages === mostEmptyPages || asked.size === mostPages - 1) {
      onCut();
      break;
    }
    asked.add(url);
    page = await list.getPage(url);
  }
  return [...items.values()].slice(0, limit);
}

/** The error for a list whose end cannot be found. */
export function endlessList(): Error {
  return appError('TWILIO_ERROR', say.endlessList, say.endlessListHint, { retryable: true });
}

function refuse(): never {
  throw endlessList();
}
