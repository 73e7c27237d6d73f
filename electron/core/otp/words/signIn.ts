import { normalise } from '../text/normalise.ts';

/** As they stand in a normalised text: in lower case, without accents, separated by line ends or bars. */
const list = (words: string): string[] =>
  normalise(words)
    .lower.split(/[|\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Ask to sign in or to confirm who one is. Beginnings of words, in scripts with spaces between them. */
export const signInBeginnings = list(`
  sign in|signing in|sign-in link|log in|logging in|to login|login link|login here|magic link|verify|verification
  authenticat|confirm your|reset your password|activate your account
  anmelde-link|anmeldelink|anzumelden|melde dich|melden sie sich|einzulogg|einlogg|verifizier|bestatig|zurucksetz
  connectez-vous|vous connecter|te connecter|lien de connexion|verifiez|authentif|confirmez votre|reinitialis
  iniciar sesion|inicia sesion|inicie sesion|accede a|acceda a|acceder a|verifica|verifique|restablec
  iniciar sessao|entrar na sua|entre na sua|verifique|redefin
  accedi|accedere|verifica|conferma il|conferma la|reimposta
  inloggen|log in|verifieer|bevestig|logga in|logg inn|logge inn|log ind|verifier|bekraft|bekreft
  zaloguj|zalogowa|potwierdz|zweryfik|prihlas|overte|overit|potvrd|autentific|conecteaza
  bejelentkez|megerosit|kirjaudu|vahvista|giris yap|oturum ac|dogrula|onayla
  masuk ke|verifikasi|konfirmasi akun|dang nhap|xac minh|xac thuc|mag-log in
  войти|войдите|для входа|подтверд|авториз|увійти|увійдіть|для входу|підтверд|влезте|потвърд
  συνδεθ|επιβεβαιω|επαληθευ
  تسجيل الدخول|لتسجيل|سجل الدخول|سجّل الدخول|للتحقق|تحقق من|لتأكيد|تأكيد|ورود به|برای ورود|وارد شوید|لاگ ان|تصدیق
  להתחבר|להתחברות|התחברו|כניסה ל|לאימות|אמתו
`);

/** The same for scripts without spaces, or with endings before the end of a word. */
export const signInInside = list(`
  लॉग इन|लॉगिन|लॉग-इन|साइन इन|साइन-इन|सत्याप|पुष्टि|लॉग ईन|প্রবেশ কর|লগ ইন|লগইন|যাচাই|લૉગ ઇન|લૉગિન|ચકાસ
  ਲੌਗ ਇਨ|ਪੁਸ਼ਟੀ|உள்நுழை|சரிபார்|లాగిన్|ధృవీకర|ಲಾಗಿನ್|ಪರಿಶೀಲಿಸ|ലോഗിൻ|സ്ഥിരീകരിക്ക
  登录|登入|登錄|验证|驗證|认证|認證|ログイン|サインイン|認証|本人確認|로그인|인증|เข้าสู่ระบบ|ยืนยัน
`);

/** Report that somebody has signed in: their link is for when it was not oneself. */
export const reports = list(`
  new device|new sign-in|new login|noticed|detected|unusual|suspicious|attempt|signed in|logged in|not you|wasn't you
  was not you|neues gerat|nouvel appareil|nuevo dispositivo|novo dispositivo|nuovo dispositivo|nieuw apparaat
  новое устройство|нового устройства|नए डिवाइस|新设备|新しい端末|새 기기
`);
