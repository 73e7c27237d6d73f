/**
 * Words that introduce a one-time code, as they stand in messages. Stems: `verif` covers verification, verify,
 * vérification; scripts without spaces match inside a run of text.
 */
export const codeWords = new RegExp(
  [
    'otp', 'o\\.t\\.p', 'one[- ]?time', 'pass ?code', 'pass ?word', 'pin', 'code', 'codes', 'verif\\p{L}*', 'auth\\p{L}*', 'token', '2fa', 'tan',
    'código', 'codigo', 'clave', 'contraseña', 'senha', 'codice', 'mot de passe', 'kod\\p{L}*', 'kód\\p{L}*', 'koodi', 'kode', 'kodi', 'koden',
    'hasło', 'heslo', 'jelszó', 'lozinka', 'parola', 'şifre\\p{L}*', 'wachtwoord', 'passwort', 'salasana', 'cod', 'cód',
    'код\\p{L}*', 'пароль', 'пароля', 'парола', 'шифра', 'κωδικ\\p{L}*', 'mã', 'mật khẩu', 'sandi',
  ]
    .map((word) => `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`)
    .concat(['验证码', '驗證碼', '校验码', '动态码', '认证码', '密码', '確認コード', '認証コード', '認証番号', 'コード', '인증번호', '인증', '확인코드', 'رمز', 'كود', 'کد', 'קוד', 'कोड', 'ओटीपी', 'কোড', 'รหัส', 'குறியீடு', 'కోడ్'])
    .join('|'),
  'giu',
);

/** What a number beside one of these is, if it is not a code. */
export const otherNumbers = new RegExp(
  [
    '(?:rs|inr|usd|eur|gbp|[$€£¥₹₽])\\.? ?$', 'ending(?: in| with)? ?$', '(?:a\\/c|acct?|account|card|order|ticket|invoice|ref(?:erence)?|tracking|flight)(?: no\\.?| number| id)?[ :#*x.]*$', '[x*]{2,}$',
  ].join('|'),
  'iu',
);

/** A number followed by one of these is an amount or a time. */
export const unitsAfter = /^ ?(?:%|min|mins|minutes?|hours?|hrs?|days?|seconds?|secs?|sek|usd|eur|rs|inr|gb|mb|kb|km|kg|am|pm|€|\$|£|₹|₽|分|秒|минут)/iu;
