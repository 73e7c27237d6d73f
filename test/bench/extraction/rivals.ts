import { createRequire } from 'node:module';
import { extract } from '../../../electron/core/otp/extract.ts';

/** Finds the code in a text; null where it finds none. */
export type Finder = (text: string) => string | null;

const require = createRequire(import.meta.url);
const parse = require('parse-otp-message') as (text: string) => { code?: string } | undefined;
const digits = /\b\d{4,8}\b/;

export const ours: Finder = (text) => extract(text).code;

/** The package of npm that does the same. */
export const rival: Finder = (text) => parse(text)?.code ?? null;

export const naive: Finder = (text) => digits.exec(text)?.[0] ?? null;
