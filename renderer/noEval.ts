/**
 * Stops zod, before its first schema is built, from compiling parsers with `new Function`: the page's
 * Content-Security-Policy forbids that, and each try would be reported as a violation. Import this first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
