import { homedir } from 'node:os';

/**
 * A user whom the system does not know, as a container may have one by its number alone, has no home, and libraries ask
 * for it as they are loaded. Such a user gets the one that containers give: one that cannot be written.
 */
export function ensureHome(env: NodeJS.ProcessEnv, home: () => string = homedir): void {
  try {
    home();
  } catch {
    env['HOME'] = '/';
  }
}
