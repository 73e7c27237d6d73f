import { list } from './list.ts';

/** A key: with what it is for beside it, it is a code (`activation key`, `chiave di accesso`). */
export const keyNouns = list(`
  key schlussel cle clef llave chave chiave sleutel klucz klic kluc kulcs kulcsod cheie cheia kljuc ključ ключ ключа anahtar
  anahtari anahtariniz acar acari avain avaimesi nyckel nyckeln nogle noglen nogle nokkel nokkelen lykill raktas atslega
  voti κλειδι clau celes giltza kunci susi מפתח המפתח مفتاح المفتاح کلید कुंजी চাবি திறவுகோல் kalit кілт ачкыч түлхүүр word wort
  jeton token токен jeton gettone ficha zeton secret geheimwort
`);

/** A number or digits: the same, but for what reservations have, too. */
export const numberNouns = list(`
  number no nummer numero numer cislo szam szama szamod stevilka broj broja номер номера число број numara numarasi numaraniz
  numro numerot numrid numri nomor nombor so namba nambari numeris numurs αριθμος αριθμο מספר המספר رقم الرقم شماره عدد نمبر
  संख्या नंबर क्रमांक নম্বর নাম্বার எண் సంఖ్య సంఖ్యను ಸಂಖ್ಯೆ നമ്പർ નંબર ਨੰਬਰ digits ziffern cifre cifras chiffres cyfry цифры raqam
  raqami raqamingiz нөмір номері дугаар номери nomreni nomre lambar nomba inombolo
`);

/** What such a noun is for: beginnings of words. */
export const keyPurposes = list(`
  verif activ aktiv autent authent author autori autoryz auth acces access acceso access acesso zugang zugriff login log-in
  logga logg inlog anmeld einlog freisch freigabe freigab entsperr unlock sblocc desbloq deblock debloc odblok odemk odomk
  secur sicher veilig bezpec bezpiecz segur sicur security securite siguri identi dostep dostep prihlas prijav belep azonosit
  azonosito dogrul giris onay erisim tek sing once one-time onetime onetim unico unica unique usage einmal einmalig eenmal
  engang engangs kertakay jednoraz egyszer odnoraz одноразов разов доступ актив подтв подтверж верифик вход авториз
  безопас підтв перевір потвърд однократ επαληθ ενεργοπ προσβ ασφαλ μιας tasdiq tesdiq tasdiqlash rasta faoll tastiq xac kich
  אימות הפעלה כניסה אבטחה התחברות تحقق التحقق تفعيل التفعيل دخول الدخول تأكيد التأكيد فعال تایید تأیید ورود احراز تصدیق सत्याप
  पुष्टि सुरक्षा पडताळणी सत्यापन যাচাই নিশ্চিত சரிபார் உறுதி ధృవీ ధృవీకర ದೃಢೀ പരിശോധ ચકાસ ਤਸਦੀਕ ਪੁਸ਼ਟੀ transaction withdraw signing sign podpis
  session sesion sesja parental magic secret dynamic dinami freischalt registration registr inscri transactie kontrol
`);
