import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import { isOnLoopback, variableNames } from './environment.ts';

const say = phrases.host;

type Variables = Record<string, string | undefined>;

/**
 * Loads our own variables from the folder's `.env`, unless already set. Others, such as NODE_TLS_REJECT_UNAUTHORIZED,
 * are ignored: a stray file must not change what Node, a proxy or the Twilio SDK reads. Throws INVALID_INPUT when the
 * file cannot be read, belongs to someone else, or would send known credentials elsewhere.
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

/** In a shared folder such as /tmp, anyone could plant an `.env` for us. Windows has no such owner. */
function assertOurs(file: string, me: number | undefined): void {
  const { uid } = statSync(file);
  if (me !== undefined && me !== 0 && uid !== me && uid !== 0) throw new Error('The file belongs to somebody else.');
}

/** A file that sends the calls to a host other than Twilio's needs credentials given for that host. */
function assertNoDiversion(file: string, given: Variables, env: Variables): void {
  const url = given['TWILIO_API_BASE_URL'];
  const brought = [given, env].some(
    (one) =>
      one['TWILIO_ACCOUNT_SID'] && (one['TWILIO_AUTH_TOKEN'] || (one['TWILIO_API_KEY'] && one['TWILIO_API_SECRET'])),
  );
  if (!url || brought || (URL.canParse(url) && isOnLoopback(url))) return;
  throw appError('INVALID_INPUT', say.fileDiverts({ file }), say.fileDivertsHint);
}
