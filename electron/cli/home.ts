import { homedir } from 'node:os';

/**
 * A user unknown to the system, such as a bare user id in a container, has no home folder, but libraries need one while
 * they load. Such a user gets the usual one for containers, which is not writable.
 */
export function ensureHome(env: NodeJS.ProcessEnv, home: () => string = homedir): void {
  try {
    home();
  } catch {
    env['HOME'] = '/';
  }
}
