/** How a code is told, and the warning after it. NAME is the service's, CODE the code. */
const texts: Readonly<Record<string, readonly [text: string, warning: string]>> = {
  af: ['NAME: CODE is jou verifikasiekode.', 'Moenie dit met enigiemand deel nie.'],
  ar: ['NAME: رمز التحقق الخاص بك هو CODE.', 'لا تشاركه مع أي شخص.'],
  bg: ['NAME: CODE е вашият код за потвърждение.', 'Не го споделяйте с никого.'],
  ca: ['NAME: CODE és el teu codi de verificació.', 'No el comparteixis amb ningú.'],
  cs: ['NAME: CODE je váš ověřovací kód.', 'Nikomu ho nesdělujte.'],
  da: ['NAME: CODE er din bekræftelseskode.', 'Del den ikke med nogen.'],
  de: ['NAME: CODE ist dein Bestätigungscode.', 'Gib ihn nicht weiter.'],
  el: ['NAME: ο κωδικός επαλήθευσης είναι CODE.', 'Μην τον μοιραστείτε με κανέναν.'],
  en: ['NAME: CODE is your verification code.', 'Do not share it with anyone.'],
  es: ['NAME: CODE es tu código de verificación.', 'No lo compartas con nadie.'],
  et: ['NAME: CODE on sinu kinnituskood.', 'Ära jaga seda kellegagi.'],
  fi: ['NAME: CODE on vahvistuskoodisi.', 'Älä kerro sitä kenellekään.'],
  fr: ['NAME : CODE est votre code de vérification.', 'Ne le communiquez à personne.'],
  he: ['NAME: קוד האימות שלך הוא CODE.', 'אין לשתף אותו עם אף אחד.'],
  hi: ['NAME: आपका सत्यापन कोड CODE है।', 'इसे किसी के साथ साझा न करें।'],
  hr: ['NAME: CODE je vaš kod za potvrdu.', 'Nemojte ga dijeliti ni s kim.'],
  hu: ['NAME: az ellenőrző kód CODE.', 'Ne ossza meg senkivel.'],
  id: ['NAME: CODE adalah kode verifikasi Anda.', 'Jangan berikan kepada siapa pun.'],
  it: ['NAME: CODE è il tuo codice di verifica.', 'Non condividerlo con nessuno.'],
  ja: ['【NAME】認証コードは CODE です。', '誰にも教えないでください。'],
  ko: ['NAME: 인증 코드는 CODE입니다.', '누구에게도 알려 주지 마세요.'],
  lt: ['NAME: CODE yra jūsų patvirtinimo kodas.', 'Niekam jo neatskleiskite.'],
  mr: ['NAME: तुमचा पडताळणी कोड CODE आहे.', 'तो कोणाशीही शेअर करू नका.'],
  ms: ['NAME: CODE ialah kod pengesahan anda.', 'Jangan kongsikannya dengan sesiapa.'],
  nb: ['NAME: CODE er bekreftelseskoden din.', 'Ikke del den med noen.'],
  nl: ['NAME: CODE is je verificatiecode.', 'Deel deze met niemand.'],
  pl: ['NAME: CODE to Twój kod weryfikacyjny.', 'Nie podawaj go nikomu.'],
  pt: ['NAME: CODE é o seu código de verificação.', 'Não o partilhe com ninguém.'],
  'pt-br': ['NAME: CODE é seu código de verificação.', 'Não o compartilhe com ninguém.'],
  ro: ['NAME: CODE este codul tău de verificare.', 'Nu îl comunica nimănui.'],
  ru: ['NAME: CODE — ваш код подтверждения.', 'Никому его не сообщайте.'],
  sk: ['NAME: CODE je váš overovací kód.', 'Nikomu ho neprezrádzajte.'],
  sv: ['NAME: CODE är din verifieringskod.', 'Dela den inte med någon.'],
  th: ['NAME: รหัสยืนยันของคุณคือ CODE', 'อย่าบอกรหัสนี้แก่ผู้ใด'],
  tl: ['NAME: CODE ang iyong verification code.', 'Huwag itong ibahagi kaninuman.'],
  tr: ['NAME: doğrulama kodunuz CODE.', 'Kimseyle paylaşmayın.'],
  uk: ['NAME: CODE — ваш код підтвердження.', 'Нікому його не повідомляйте.'],
  vi: ['NAME: CODE là mã xác minh của bạn.', 'Không chia sẻ mã này với bất kỳ ai.'],
  zh: ['【NAME】您的验证码是 CODE。', '请勿告诉他人。'],
  'zh-hk': ['【NAME】您的驗證碼是 CODE。', '請勿告訴他人。'],
};

/** The languages that have a text of their own, in lower case. */
export const languages: readonly string[] = Object.keys(texts);

export interface Wording {
  name: string;
  code: string;
  /** One of {@link languages}. */
  language: string;
  warning: boolean;
  /** The hash by which an Android app finds its message; null for none. */
  appHash: string | null;
}

/** The text of a verification's message. The words are our own. */
export function verificationText({ name, code, language, warning, appHash }: Wording): string {
  const [text, advice] = texts[language] ?? texts['en'] ?? ['', ''];
  const told = text.replace(/NAME|CODE/g, (word) => (word === 'NAME' ? name : code));
  const whole = warning ? `${told} ${advice}` : told;
  return appHash === null ? whole : `<#> ${whole}\n${appHash}`;
}
