import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.twilio;

/** Half a million entries at Twilio's largest page size: a longer list is endless. */
const mostPages = 500;

/** Filtering may leave Twilio's pages empty; this many in a row mean that the list is broken. */
const mostEmptyPages = 10;

export interface Page<T> {
  instances: T[];
  getNextPageUrl(): string | undefined;
}

/** The part that the SDK's lists share. */
interface PagedList<Options, T> {
  page(options: Options): Promise<Page<T>>;
  getPage(url: string): Promise<Page<T>>;
}

export interface Reading<T> {
  idOf(item: T): string;
  /** The most items wanted; all by default. */
  limit?: number;
  /** Whether nothing after this page is wanted. */
  isLast?(page: T[]): boolean;
  /**
   * Called when the list is circular or endless; then the items read so far are returned. By default that is an error:
   * a partial list must not suggest that something does not exist.
   */
  onCut?: (() => void) | undefined;
}

/** Reads a list page by page. The SDK's own `list` would follow a page that points backwards for ever. */
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

/** The error for an endless list. */
export function endlessList(): Error {
  return appError('TWILIO_ERROR', say.endlessList, say.endlessListHint, { retryable: true });
}

function refuse(): never {
  throw endlessList();
}
