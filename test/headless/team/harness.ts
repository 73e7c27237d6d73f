import { onTestFinished } from 'vitest';
import { readEnvironment } from '../../../electron/adapters/environment.ts';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Emulator } from '../../../electron/emulator/server.ts';
import type { HeadlessHost } from '../../../electron/headless/host.ts';
import { TeamHost, type Role, type TeamOptions } from '../../../electron/headless/team/teamHost.ts';
import { freePort, listLogger, tempFolder } from '../../adapters/harness.ts';

/** The same for every host. */
export const ownerToken = 'owner-of-the-team-owner-of-the-team';

export interface Member {
  api: string;
  webhook: string;
  log: string[];
  /** Its roles so far, and since when (milliseconds). */
  roles: { role: Role; at: number }[];
  /** The one that runs while it is active. */
  host(): HeadlessHost | null;
  /** Resolves as soon as it has this role. */
  becomes(role: Role): Promise<void>;
  /** Asks its API as the owner; the answer has to be a success. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Lease>;
  close(): Promise<void>;
}

/** A host of a team, on ports of its own. */
export async function memberForTest(
  databaseUrl: string,
  emulator: Emulator,
  variables: NodeJS.ProcessEnv = {},
  more: Pick<TeamOptions, 'clock' | 'servePage'> = {},
): Promise<Member> {
  const [port, apiPort, log] = [await freePort(), await freePort(), listLogger()];
  const environment = readEnvironment({
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
    TWILIO_API_BASE_URL: emulator.baseUrl,
    OTP_DOCK_DATA_DIR: tempFolder(),
    OTP_DOCK_DATABASE_URL: databaseUrl,
    PORT: String(port),
    OTP_DOCK_API_PORT: String(apiPort),
    OTP_DOCK_API_TOKEN: ownerToken,
    OTP_DOCK_TUNNEL: 'polling',
    ...variables,
  });
  const waiting: { role: Role; resolve(): void }[] = [];
  let now: { role: Role; host: HeadlessHost | null } = { role: 'standby', host: null };
  const roles: Member['roles'] = [];
  const onRole = (role: Role, host: HeadlessHost | null) => {
    roles.push({ role, at: performance.now() });
    now = { role, host };
    for (const one of waiting.splice(0)) {
      if (one.role === role) one.resolve();
      else waiting.push(one);
    }
  };
  const member = await TeamHost.start({
    environment,
    version: '1.2.3',
    log,
    rendererFolder: null,
    onRole,
    ...more,
    onStuck: () => log.error('It is stuck.'),
  });
  let ending: Promise<void> | null = null;
  const close = () => (ending ??= member.close());
  onTestFinished(close);
  const api = `http://127.0.0.1:${apiPort}`;
  return {
    ask: async (method, path, body, headers = {}) => {
      const answer = await fetch(`${api}${path}`, {
        method,
        headers: { authorization: `Bearer ${ownerToken}`, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Lease;
    },
    api,
    webhook: `http://127.0.0.1:${port}`,
    log: log.lines,
    roles,
    host: () => now.host,
    becomes: (role) =>
      now.role === role ? Promise.resolve() : new Promise((resolve) => waiting.push({ role, resolve })),
    close,
  };
}
