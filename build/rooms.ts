/** The rooms that each room may import besides itself. Tests may import anything. */
export const rooms: Record<string, readonly string[]> = {
  contract: [],
  core: ['contract'],
  emulator: [],
  adapters: ['contract', 'core', 'emulator'],
  api: ['contract', 'core', 'adapters'],
  main: ['contract', 'core', 'adapters', 'api'],
  preload: ['contract'],
  headless: ['contract', 'core', 'adapters', 'api'],
  cli: ['contract', 'core', 'adapters', 'client', 'emulator', 'headless', 'build'],
  client: ['contract'],
  renderer: ['contract'],
  build: ['contract', 'adapters', 'headless', 'test'],
};

/**
 * The rooms, or folders in them, that may import a package or a part of Node. Only tests may import the rest. Each
 * outside dependency has one adapter; the core is pure; the client is packed without dependencies.
 */
export const packages: Record<string, readonly string[]> = {
  electron: ['main', 'preload'],
  'electron-store': ['main'],
  'electron-updater': ['main'],

  'node:*': ['emulator', 'adapters', 'api', 'main', 'headless', 'cli', 'client', 'build'],
  'node:sqlite': ['adapters/history', 'build'],

  pg: ['adapters/postgres'],
  'sql-template-tag': ['adapters/postgres'],

  twilio: ['adapters/twilio'],
  '@ngrok/ngrok': ['adapters/tunnel'],
  conf: ['adapters/settings'],
  debug: ['adapters/log', 'adapters/twilio', 'adapters/webhook'],
  'express-rate-limit': ['adapters/webhook'],

  express: ['adapters/webhook', 'api', 'emulator'],
  helmet: ['api'],
  'prom-client': ['api'],
  ws: ['api', 'cli', 'main'],
  commander: ['cli'],

  zod: ['contract', 'core', 'emulator', 'adapters', 'api', 'main', 'cli'],
  'big.js': ['core'],
  'intl-messageformat': ['contract', 'build'],
  'libphonenumber-js': ['core', 'adapters/capture', 'emulator', 'renderer'],
  'p-limit': ['core', 'adapters/postgres'],
  re2js: ['core'],

  react: ['renderer'],
  'react-dom': ['renderer'],
  '@mantine/*': ['renderer'],
  '@tanstack/react-virtual': ['renderer'],

  playwright: ['client', 'build'],
  vite: ['build'],
};

/** The rooms, and those of their folders that have packages of their own. */
export const places = [...new Set([...Object.keys(rooms), ...Object.values(packages).flat().toSorted()])];

/** Relative to the project's root. */
export function folderOf(place: string): string {
  return place === 'renderer' || place === 'build' ? place : `electron/${place}`;
}

/** The rooms that code in this place must not import. */
export function closedTo(place: string): string[] {
  const [room = ''] = place.split('/');
  return [...Object.keys(rooms), 'test'].filter((other) => other !== room && !rooms[room]?.includes(other));
}

export function mayUse(place: string, name: string): boolean {
  return Boolean(packages[name]?.some((allowed) => place === allowed || place.startsWith(`${allowed}/`)));
}
