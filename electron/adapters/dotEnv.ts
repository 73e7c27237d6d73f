import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import { isOnLoopback, variableNames } from './environment.ts';

const say = phrases.host;

type Variables = Record<string, string | undefined>;

/**
 * Adds the variables of the folder's `.env` file that are not set yet, of those that are ours: what else Node, a proxy
 * or the Twilio SDK would read, such as NODE_TLS_REJECT_UNAUTHORIZED, is not for a file to set that lies about. Throws
 * INVALID_INPUT when the file cannot be read, is somebody else's, or would take known credentials elsewhere.
 */
export function loadDotEnv(folder: string, env: Variables = process.env, me = process.getuid?.()): void {
  const file = join(folder, '.env');
  if (!existsSync(file)) return;
  const given = Object.entries(read(file, me)).filter(([name]) => variableNames.has(name) && env[name] === undefined);
  assertNoDiversion(file, Object.fromEntries(given), env);
  for (const [name, value] of given) env[name] = value;
}

function read(file: string, me: number | undefined): Variables {
  try {
    assertOurs(file, me);
    return parseEnv(readFileSync(file, 'utf8'));
  } catch {
    throw appError('INVALID_INPUT', say.fileUnreadable({ file }), say.fileUnreadableHint);
  }
}

/** In a folder for all, such as /tmp, anybody could leave an `.env` for us. Windows has no such owner. */
function assertOurs(file: string, me: number | undefined): void {
  const { uid } = statSync(file);
  if (me !== undefined && me !== 0 && uid !== me && uid !== 0) throw new Error('The file belongs to somebody else.');
}

/** Who sends the calls to another host than Twilio's must bring the credentials for it. */
function assertNoDiversion(file: string, given: Variables, env: Variables): void {
  const url = given['TWILIO_API_BASE_URL'];
  const brought = [given, env].some((one) => one['TWILIO_ACCOUNT_SID'] && one['TWILIO_AUTH_TOKEN']);
  if (!url || brought || (URL.canParse(url) && isOnLoopback(url))) return;
  throw appError('INVALID_INPUT', say.fileDiverts({ file }), say.fileDivertsHint);
}
