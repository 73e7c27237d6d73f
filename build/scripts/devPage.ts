import { Console } from 'node:console';
import { join, resolve } from 'node:path';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import { closeServer, listenOnLoopback } from '../../electron/adapters/loopback.ts';
import { socketPath } from '../../electron/contract/socket.ts';
import type { ServedPage } from '../../electron/headless/devPage.ts';
import { pageConfig } from '../../vite.config.ts';

const root = resolve(import.meta.dirname, '../..');

/** Vite's default; if it is taken, the next free one is used. */
const wantedPort = 5173;

/**
 * Serves the user interface from its sources, with hot reload, for the host at `api`. The page's socket is passed on to
 * the host with the browser's own Host and Origin, so that the host checks them as usual.
 */
export async function serveDevPage(api: string): Promise<ServedPage> {
  // The host has already read this variable. Vite and React should still be their development versions.
  process.env['NODE_ENV'] = 'development';
  const { promise: vite, resolve: use } = Promise.withResolvers<ViteDevServer>();
  // We need our own server: Vite's would end the process on SIGTERM, before the host has saved everything to disk.
  const { server, port } = await listenOnLoopback(
    (request, response) => void vite.then((server) => server.middlewares(request, response)),
    wantedPort,
  );
  const { stderr } = process;
  const started = await createServer({
    ...pageConfig(),
    configFile: false,
    // Stdout is for what the host tells a person or a script.
    customLogger: createLogger('info', { allowClearScreen: false, console: new Console(stderr, stderr) }),
    server: {
      middlewareMode: { server },
      ws: { server },
      proxy: { [socketPath]: { target: api, ws: true } },
      cors: false,
      // Nothing else: the working folder may contain a data folder.
      fs: { allow: ['renderer', 'electron/contract', 'node_modules'].map((folder) => join(root, folder)) },
    },
  }).catch(async (thrown: unknown) => {
    await closeServer(server);
    throw thrown;
  });
  use(started);
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await Promise.all([started.close(), closeServer(server)]);
    },
  };
}
