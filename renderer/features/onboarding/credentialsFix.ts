/** What is in the two fields. */
export interface Typed {
  accountSid: string;
  authToken: string;
}

export interface Fix {
  /** `swap`: each is in the other's field; `move`: one is, and its own field is empty; `clean`: there is more around. */
  kind: 'swap' | 'move' | 'clean';
  /** What belongs in the fields. */
  fixed: Typed;
}

/**
 * What was pasted into the wrong field, or with a name, quotes or spaces around it. null when both fields are fine, or
 * when it cannot be told what was meant. Nothing is made up: all that it gives was typed.
 */
export function credentialsFix(typed: Typed): Fix | null {
  const [accountSid, authToken] = [typed.accountSid.trim(), typed.authToken.trim()];
  const [left, right] = [valuesIn(accountSid), valuesIn(authToken)];
  if (left.sid === null && right.sid !== null && right.token === null) {
    const kind = accountSid === '' ? 'move' : 'swap';
    return { kind, fixed: { accountSid: right.sid, authToken: left.token ?? accountSid } };
  }
  if (left.sid === null && left.token !== null && authToken === '')
    return { kind: 'move', fixed: { accountSid: '', authToken: left.token } };
  const fixed = {
    accountSid: left.sid ?? (accountSid === '' && right.sid !== null ? right.sid : accountSid),
    authToken: right.token ?? (authToken === '' && left.token !== null ? left.token : authToken),
  };
  const isClean = fixed.accountSid === accountSid && fixed.authToken === authToken;
  return isClean ? null : { kind: 'clean', fixed };
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
