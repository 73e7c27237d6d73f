/** What is in the fields. */
export interface Typed {
  accountSid: string;
  authToken: string;
  apiKey: string;
  apiSecret: string;
}

export interface Fix {
  /**
   * `swap`: each is in the other's field; `move`: one is, and its own field is empty; `clean`: there is more around;
   * `keyAsSid` and `keyAsToken`: an API key is there instead.
   */
  kind: 'swap' | 'move' | 'clean' | 'keyAsSid' | 'keyAsToken';
  /** What belongs in the fields. */
  fixed: Typed;
}

/**
 * What was pasted into the wrong field, or with a name, quotes or spaces around it. null when all fields are fine, or
 * when it cannot be told what was meant. Nothing is made up: all that it gives was typed.
 */
export function credentialsFix(given: Partial<Typed>): Fix | null {
  const { accountSid = '', authToken = '', apiKey = '', apiSecret = '' } = given;
  const typed = {
    accountSid: accountSid.trim(),
    authToken: authToken.trim(),
    apiKey: apiKey.trim(),
    apiSecret: apiSecret.trim(),
  };
  return keyFix(typed) ?? tokenFix(typed);
}

function keyFix(typed: Typed): Fix | null {
  const { accountSid, authToken, apiKey, apiSecret } = typed;
  const [asSid, asToken, asSecret] = [accountSid, authToken, apiSecret].map(keyIn);
  const sid = valuesIn(apiKey).sid;
  if (asSid != null) {
    const movedSid = sid ?? valuesIn(authToken).sid ?? '';
    return {
      kind: sid === null ? 'keyAsSid' : 'swap',
      fixed: { ...secretBeside(typed), accountSid: movedSid, apiKey: asSid },
    };
  }
  if (asToken != null) return { kind: 'keyAsToken', fixed: { ...typed, authToken: '', apiKey: asToken } };
  if (asSecret != null) {
    const isKeySid = sid !== null || keyIn(apiKey) !== null;
    const kind = apiKey === '' ? 'move' : 'swap';
    return { kind, fixed: { ...typed, apiKey: asSecret, apiSecret: isKeySid ? '' : apiKey } };
  }
  if (sid !== null && accountSid === '') return { kind: 'move', fixed: { ...typed, accountSid: sid, apiKey: '' } };
  const fixed = { ...typed, apiKey: keyIn(apiKey) ?? apiKey, apiSecret: secretIn(apiSecret) ?? apiSecret };
  return fixed.apiKey === apiKey && fixed.apiSecret === apiSecret ? null : { kind: 'clean', fixed };
}

/** With a key for the SID, its secret stands for the token, unless that is a token of 32 hexadecimal digits. */
function secretBeside(typed: Typed): Typed {
  const { authToken, apiSecret } = typed;
  const { sid, token } = valuesIn(authToken);
  if (sid !== null || keyIn(authToken) !== null) return { ...typed, authToken: '' };
  if (authToken === '' || apiSecret !== '' || token !== null) return typed;
  return { ...typed, authToken: '', apiSecret: secretIn(authToken) ?? authToken };
}

function tokenFix(typed: Typed): Fix | null {
  const { accountSid, authToken } = typed;
  const [left, right] = [valuesIn(accountSid), valuesIn(authToken)];
  if (left.sid === null && right.sid !== null && right.token === null) {
    const kind = accountSid === '' ? 'move' : 'swap';
    return { kind, fixed: { ...typed, accountSid: right.sid, authToken: left.token ?? accountSid } };
  }
  if (left.sid === null && left.token !== null && authToken === '')
    return { kind: 'move', fixed: { ...typed, accountSid: '', authToken: left.token } };
  const fixed = {
    ...typed,
    accountSid: left.sid ?? (accountSid === '' && right.sid !== null ? right.sid : accountSid),
    authToken: right.token ?? (authToken === '' && left.token !== null ? left.token : authToken),
  };
  const isClean = fixed.accountSid === accountSid && fixed.authToken === authToken;
  return isClean ? null : { kind: 'clean', fixed };
}

/** The SID of an API key. */
function keyIn(text: string): string | null {
  const digits = /(?<![0-9a-z])SK([0-9a-f]{32})(?![0-9a-z])/i.exec(text)?.[1];
  return digits === undefined ? null : `SK${digits}`;
}

/** What looks like a key's secret, where there is more around it. */
function secretIn(text: string): string | null {
  return text.match(/[0-9a-z]+/gi)?.find((word) => word.length === 32) ?? null;
}

interface Values {
  sid: string | null;
  token: string | null;
}

// A field of one line drops the line breaks of what is pasted, so a value can stand right before the next name.
const sidStart = /^AC[0-9a-f]{32}(?![0-9a-f])/i;
const bothInOne = /^(AC[0-9a-f]{32})([0-9a-f]{32})$/i;
const tokenStart = /^[0-9a-f]{32}(?![0-9a-f])/i;

function valuesIn(text: string): Values {
  const asTyped = valuesAmong(text);
  if (asTyped.sid !== null || asTyped.token !== null) return asTyped;
  // Also characters that cannot be seen.
  return valuesAmong(text.replace(/[\s\p{Cf}]/gu, ''));
}

function valuesAmong(text: string): Values {
  const found: Values = { sid: null, token: null };
  for (const word of text.match(/[0-9a-z]+/gi) ?? []) {
    const [, joinedSid, joinedToken] = bothInOne.exec(word) ?? [];
    const sid = joinedSid ?? sidStart.exec(word)?.[0];
    found.sid ??= sid === undefined ? null : `AC${sid.slice(2)}`;
    found.token ??= joinedToken ?? (sid === undefined ? (tokenStart.exec(word)?.[0] ?? null) : null);
  }
  return found;
}
