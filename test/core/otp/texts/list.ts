export interface Positive {
  language: string;
  text: string;
  code: string;
}

export interface Negative {
  language: string;
  text: string;
}

/** Messages by language, each written as `code | text`, which keeps one message on one line. */
export type Coded = Record<string, string[]>;
/** Messages without a code, by language. */
export type Plain = Record<string, string[]>;

export function coded(lists: Coded): Positive[] {
  return Object.entries(lists).flatMap(([language, lines]) =>
    lines.map((line) => {
      const bar = line.indexOf(' | ');
      return { language, text: line.slice(bar + 3), code: line.slice(0, bar) };
    }),
  );
}

export function plain(lists: Plain): Negative[] {
  return Object.entries(lists).flatMap(([language, lines]) => lines.map((text) => ({ language, text })));
}
