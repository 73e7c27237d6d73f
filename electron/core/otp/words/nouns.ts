import { list } from './list.ts';
import { regional } from './regional.ts';

/** A key: with what it is for beside it, it is a code (`activation key`, `chiave di accesso`). */
export const keyNouns = list(`${regional('keyNouns')}
  key schlussel cle clef llave chave chiave sleutel klucz klic kluc kulcs kulcsod cheie cheia kljuc ključ ключ ключа anahtar
  anahtari anahtariniz acar acari avain avaimesi nyckel nyckeln nogle noglen nogle nokkel nokkelen lykill raktas atslega
  voti κλειδι clau celes giltza kunci susi מפתח המפתח مفتاح المفتاح کلید कुंजी চাবি திறவுகோல் kalit кілт ачкыч түлхүүр word wort
  jeton token токен jeton gettone ficha zeton secret geheimwort
  Schlüsselwort chiavi llaves claus chaves clefs clés sleutels slutel sleutelwoord kluczem klucza kluczy klíčem klíče
  kľúčom kľúča kľúče ključem ključa ključi ključu kulcsa kulcsát kulccsal cheii cheile ключем ключом ключи ключу
  ключът клучот клуч клуча кључ кључа кључем ключі nyckelns nøkkelens nøglens lykillinn lykilinn lykils lykilorð raktą
  rakto raktu atslēgu atslēgas võtme võtmega avaimen avainta avaimella κλειδια κλειδιού çelësi çelësin allwedd eochair
  iuchair ċavetta ċwievet gako gakoa kle jetons tokenul žetonu жетон ключик woord mot palabra palavra parola paraula
  cuvânt cuvântul hitz hitza słowo słowa słowem slovo slova slovem slovom riječ riječi riječju reč reči rečju beseda
  besedo besede реч речи речју речта зборот збор дума думата слово слова словом словам sana sanan sanaa ordet ord
  orðið szó szót žodis žodį žodžiu vārds vārdu λέξη λεξης fjala fjalë fjalën focal facal gair kelma sõna mo
`);

/** A number or digits: the same, but for what reservations have, too. */
export const numberNouns = list(`${regional('numberNouns')}
  number no nummer numero numer cislo szam szama szamod stevilka broj broja номер номера число број numara numarasi numaraniz
  numro numerot numrid numri nomor nombor so namba nambari numeris numurs αριθμος αριθμο מספר המספר رقم الرقم شماره عدد نمبر
  संख्या नंबर क्रमांक নম্বর নাম্বার எண் సంఖ్య సంఖ్యను ಸಂಖ್ಯೆ നമ്പർ નંબર ਨੰਬਰ digits ziffern cifre cifras chiffres cyfry цифры raqam
  raqami raqamingiz нөмір номері дугаар номери nomreni nomre lambar nomba inombolo
  digit Zahl Zahlen Ziffer cijfer cijfers getal getallen zuelen chiffre dígito dígitos dixitos números cifra xifra
  xifres zifra zifrak zenbaki zenbakia zenbakiaz zenbakiarekin numărul număr numărului cifrele numerem numeru cyfra
  cyfrę cyfr liczba liczbę číslem číslom čísla číslice číslici číslicami číslami číslic číselné számot számmal
  számjegyek számjegy számjegyet számsor számsort številko številke števke števka števko cifro brojem brojeve brojke
  brojka znamenka znamenke znamenku бројот бројем броја бројеви бројка цифара цифре цифра цифру цифрите номерът номерa
  цифр цифрами числа числом числото цифри лічби лічбы нумар нумара нумарам skaičius skaičių skaičiumi numerį numeriu
  skaitmenys skaitmenis numuru skaitlis skaitli cipari ciparus ciparu numbri numbrit numbriga numbrid numerolla
  numerosarja numeroa numeroilla luku lukua luvulla siffra siffran siffror siffrorna siffer siffre siffrene sifferet
  tallet talet tallene tala talan tölu töluna tölunni númerið númerinu cifret αριθμού ψηφία ψηφίων ψηφιο shifrat
  numrin uimhir uimhreach àireamh rhif numru ċifri nimewo chif
`);

/** What such a noun is for: beginnings of words. */
export const keyPurposes = list(`${regional('keyPurposes')}
  verif activ aktiv autent authent author autori autoryz auth acces access acceso access acesso zugang zugriff login log-in
  logga logg inlog anmeld einlog freisch freigabe freigab entsperr unlock sblocc desbloq deblock debloc odblok odemk odomk
  secur sicher veilig bezpec bezpiecz segur sicur security securite siguri identi dostep dostep prihlas prijav belep azonosit
  azonosito dogrul giris onay erisim tek sing once one-time onetime onetim unico unica unique usage einmal einmalig eenmal
  engang engangs kertakay jednoraz egyszer odnoraz одноразов разов доступ актив подтв подтверж верифик вход авториз
  безопас підтв перевір потвърд однократ επαληθ ενεργοπ προσβ ασφαλ μιας tasdiq tesdiq tasdiqlash rasta faoll tastiq xac kich
  אימות הפעלה כניסה אבטחה התחברות تحقق التحقق تفعيل التفعيل دخول الدخول تأكيد التأكيد فعال تایید تأیید ورود احراز تصدیق सत्याप
  पुष्टि सुरक्षा पडताळणी सत्यापन যাচাই নিশ্চিত சரிபார் உறுதி ధృవీ ధృవీకర ದೃಢೀ പരിശോധ ચકાસ ਤਸਦੀਕ ਪੁਸ਼ਟੀ transaction withdraw signing sign podpis
  session sesion sesja parental magic secret dynamic dinami freischalt registration registr inscri transactie kontrol
  validati valider valida signat ondertek underskr underteg allekirj parak підпис подпис потпис potpis aláír assina
  semnar подпіс secrè segret segreta geheim tajn taje tajno tajem тайн тајн сакрэт секрет таємн slapt slepen salai
  hemmelig hemlig leyni rúnda rúnd cyfrinach gyfrinach sigriet sekret titkos μυστικ skrivn salajan salasõn poufn
  dieskret kontroln контрол провер праверачн сигурн безбед безпек бяспек бяспеч bezbed sigurn varnost biztons turva
  drošīb saug öryggis trygg sikker säkerh sikkerh aktyv aktivi aktivz актыв lasītb potvrd потврд потврди патвер пацв
  patvirt patvirtin apstip apstipr aktivē dostop приступ pristup hozzáfér accè tilgang adgang åtkomst tillträde piekļ
  prieig juurdep pääsy käyttöönot rochtana dheimhn deimhn dearbh mynedi dilysu cadarnh actifad ghníomh gníomh attivaz
  attivazz verifik vahvist tarkist tunnist todenn kinnitus kinnita kinnitam tuvast prijava prijave prijavo logare
  autentif autenti sblocco déverr entriegel ontgrendel otključ otklen отключ откључ разблок розблок upplås oplås
  låsopp jednor jednokr једнокр enkrat еднократ адзінраз одноразо vienreiz vienkart vienkār ühekord eingongs einnota
  einskipt egyszeri virkjun staðfest auðkenn innskrán egiaztap segurtas baimen aktibaz aktibatz sarbide sinadur
  berresp
  fíora firmar firmy firme
  potrdi potrje prisijung piekluv ieeja aktivac innlog pålog oppsagn attivazzj
`);
