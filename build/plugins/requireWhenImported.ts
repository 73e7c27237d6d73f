import type { PluginOption } from 'vite';

/**
 * In a single-file bundle, external packages are imported at the top, before anything else. This package reads the
 * environment on load, and a `.env` file may still add to that, so the first module that needs it loads it.
 */
export function requireWhenImported(name: string): PluginOption {
  const id = `\0required:${name}`;
  return {
    name: 'otp-dock:require-when-imported',
    enforce: 'pre',
    resolveId: (source, _importer, { kind }) => {
      if (source !== name) return null;
      return kind === 'import-statement' ? id : { id: name, external: true };
    },
    load: (wanted) =>
      wanted === id
        ? `import { createRequire } from 'node:module'; export default createRequire(import.meta.url)('${name}');`
        : null,
  };
}
