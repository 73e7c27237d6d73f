import type { PluginOption } from 'vite';

const id = '\0otp-dock:http';

/**
 * An import of node:http looks at everything that it exports, and so loads the client behind `fetch` and `WebSocket`: 40 ms
 * and some megabytes. This takes only what is used, which fails to build if that becomes more.
 */
export function leanHttp(): PluginOption {
  return {
    name: 'otp-dock:lean-http',
    enforce: 'pre',
    resolveId: (source, _importer, { kind }) => (source === 'node:http' && kind === 'import-statement' ? id : null),
    load: (wanted) =>
      wanted === id ? `export const { createServer, request } = process.getBuiltinModule('node:http');` : null,
  };
}
