import type { PluginOption } from 'vite';

/**
 * In one file, what stays outside is imported at its top, before all else. This package reads the environment as it is
 * loaded, which a `.env` file may still add to: it is loaded by the first module that wants it.
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
