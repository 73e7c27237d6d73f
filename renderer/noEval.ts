/**
 * Tells zod, before its first schema is built, not to compile parsers with `new Function`: the page's
 * Content-Security-Policy forbids it, and each try would be reported as a violation. Import this first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
