import africa from './introducers/africa.json' with { type: 'json' };
import asia from './introducers/asia.json' with { type: 'json' };
import europe from './introducers/europe.json' with { type: 'json' };
import nearEast from './introducers/nearEast.json' with { type: 'json' };
import { list } from './list.ts';
import { regional } from './regional.ts';

/**
 * Words that introduce a one-time code, by language, as in the files of `introducers/`: there they are separated by
 * commas, and written as people write them. Accents and case do not count. To add a language, add an entry; to add a
 * word, put it where it belongs:
 *   words   whole words
 *   starts  the beginning of a word that takes endings (Turkish kod: kodu, kodunuz)
 *   ends    the end of a compound word (German -code: Sicherheitscode)
 *   inside  a run of letters anywhere: languages without spaces, or with letters before and after; and expressions of
 *           several words. Serbian кôд has a Latin letter, so it is three.
 *
 * A word counts in messages of every language. So leave out what is short or means something else in another one.
 */
export interface Introducers {
  language: string;
  words?: string[];
  starts?: string[];
  ends?: string[];
  inside?: string[];
}

type Lists = Partial<Record<'words' | 'starts' | 'ends' | 'inside', string>>;

const regions: Record<string, Lists>[] = [europe, nearEast, asia, africa];

const listsOf = (lists: Lists) =>
  Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, words.split(', ')]));

export const introducers: Introducers[] = regions.flatMap((region) =>
  Object.entries(region).map(([language, lists]) => ({ language, ...listsOf(lists) })),
);

/**
 * Words that go with a code without naming it. They count only if the message has none of the words above, and only
 * right beside the code: `Verify: 482913`.
 */
export const companions = list(`${regional('companions')}
  login verify verification verificatie verifizierung verifikation vérification verificación verificação verifica
  verificare verificació verifiering verifisering verifikasi verifikacija verifikim weryfikacja
  auth authentication authentifizierung authentification autenticación autenticação autenticazione autentificare
  uwierzytelnianie autentifikacija autentimine todennus tunnistautuminen hitelesítés azonosítás
  authorization authorisation autoryzacja autorizace autorizácia autorizacija activation
  ověření overenie doğrulama onay təsdiq tasdiqlash pengesahan uthibitisho
  подтверждение подтверждения верификация верификации авторизация авторизации підтвердження верифікація авторизація
  верификација потвърждение растау тасдиқлаш баталгаажуулалт επαλήθευση ταυτοποίηση
  ვერიფიკაცია ავტორიზაცია հաստատում նույնականացում
  تحقق التحقق المصادقة تایید تأیید تصدیق תאימות אימות
  सत्यापन पुष्टि पडताळणी प्रमाणीकरण যাচাই যাচাইকরণ ચકાસણી ਪੁਸ਼ਟੀ ਤਸਦੀਕ ଯାଞ୍ଚ சரிபார்ப்பு ధృవీకరణ ధ్రువీకరణ ಪರಿಶೀಲನೆ ದೃಢೀಕರಣ
  സ്ഥിരീകരണം තහවුරු ຢືນຢັນ ផ្ទៀងផ្ទាត់ အတည်ပြု ยืนยัน ማረጋገጫ
  验证 驗證 认证 認證 認証 인증
`);
