import { list } from './list.ts';

export * from './otherCodes.ts';
export * from './otherNumbers.ts';

// Words that tie a number to a word for a code, or to what it is for.

/** Say how long something is valid: a code that stands alone above them needs no other word. */
export const validityWords = list(`
  valid valida valide valable valido gultig geldig gyldig giltig expires expire expira scade verloopt
  действителен gecerli berlaku wazny platny ervenyes
`);

/** Stand between such a word and the code: `est le 482913`. */
export const articles = list('le la el il o a the der de den det das die');

/** Behind a code, ahead of what it is for: `482913 to log in`. */
export const purposeLinks = list(
  'to as for on in within um als om pour para per fur zur zum voor til for do pro pre na za dla icin untuk guna для щоб чтобы pentru por',
);

/** Verbs that come last: `482913 eingeben`. */
export const finalVerbs = list(`
  eingeben eintippen einzugeben invoeren intypen girin giriniz yazin yaziniz daalein dalein daale dale daalo dalo
  kiriting tering daxil وارد درج داخل लिखें डालें डालिए
`);

/** Join a code to what follows it: `482913 is your …`. */
export const copulas = list(`
  is ist est es e ar er on jest je adalah ialah la esta este это é è to sa yra ir lautet lyder lautete las ni
  siendo kyn является ye sono va hai cua هو هي ay in ja
`);

/** What a code is entered for: `use 482913 to verify your number`. Beginnings of words. */
export const purposes = list(`
  conferm bestaetig zalogow للتحقق لتأكيد لتسجيل التحقق تسجيل לאימות אימות להתחבר להתחברות אישור megerosit
  zurueck verif confirm log finish proceed screen page signin sign activ aktiv authent author autori access regist complet reset unlock continu link approv
  identi zurucks bestatig anmeld einlog bevest inlog logg valid connect conect inici accede acessa entrar accedi acced
  potwierdz zalog potvrd overen over prihlas подтв вход войти підтв потвърд пацвердз aktyw dogrul giris onay konfirm
  masuk xac επιβεβ σύνδεσ bekraeft bekreft vahvist kinnit apstiprin patvirtin megerosit jova tasdiq restor recuper
  recover change wijzig register
`);

/** Verbs directly before the code, which is their object: `use 482913 to …`. */
export const codeVerbs = list(`
  write typed skriv irja استخدم أدخل ادخل הזן הקלד השתמש
  use enter type input insert submit utilisez entrez saisissez saisir tapez usa usar use utiliza utilice introduce
  introduzca introduza ingresa ingrese digite insira utilize inserisci utilizza digita gebruik voer vul nutze verwende
  verwenden gib anvand ange skriv brug bruk indtast tast kayta syota anna uzyj wpisz podaj pouzijte zadejte zadajte
  introdu introduceti folositi add gunakan masukkan girin kullan введите используйте укажите введіть використайте
  въведете увядзіце unesite upisite vnesite iveskite ievadiet sisesta πληκτρολογησε εισαγετε nhap ilagay tumia weka
`);

/** Join a code to what is done with it: `confirm your number with 482913`. */
export const instruments = list('with mit avec con com met med cu s со с');

/** End with a full stop without ending a sentence. */
export const abbreviations = list(`
  no nr rs a/c ac acc acct ref tel st mr mrs ms dr inc ltd co dn nb art inr usd bal avl min hr sec руб коп тел ул др г тыс
  bzw ca z b vs e g i p.ej aprox ex num
`);

/** Join a code to what stands before it, where a language puts its verb last: `آپ کا کوڈ 482913 ہے`. */
export const finalCopulas = list('است هست hai है हैं ہے છે ਹੈ আছে ఉంది ஆகும் ആണ് ಆಗಿದೆ dir dır dur dür です 입니다 이다 ነው');

/** Stand between such a verb and the code: `verwenden Sie bitte 482913`, `skriv inn 482913`. */
export const verbFillers = list(
  'sie bitte please inn in ein be por favor alstublieft svp vennligst the code this kode den der',
);

/** Verbs that come last, in scripts without spaces or with endings: `482913を入力してください`. */
export const finalVerbsInside = list('入力 输入 輸入 填写 填寫 입력 दर्ज डालें एंटर ఎంటర్ உள்ளிட ನಮೂದಿಸಿ നൽകുക લખો লিখুন');

/** What such a code is for. */
export const purposesInside = list(
  '認証 認證 认证 验证 驗證 确认 確認 登录 登入 登錄 ログイン 本人 본인 인증 로그인 확인 सत्याप पुष्टि ధృవీకర சரிபார்',
);
