import type { Topic } from './sentence.ts';
import type { Plural, Template } from './template.ts';

/** A topic in another language: the same names, and in each sentence the same slots (a test sees to that). */
export type Translation<T extends Topic> = { readonly [K in keyof T]: Template | Readonly<Plural> };
