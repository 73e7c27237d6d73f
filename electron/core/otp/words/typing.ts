import { list } from './list.ts';
import { regional } from './regional.ts';

/** To write something into a field, beginnings of words: nothing but a code is typed into a phone. */
export const typingStems = list(`${regional('typing')}
 paste pasting tippen typing entering inputting copying eingeb eintipp eintrag abtipp kopier toetst kopieer rentrez rentrer saisiss
  saisir tapez recopi inscrivez inserez escrib introdu ingres tecle escrev insira digite digitar digita digitando
  inseri scriva scrivi incoll immett escriu tecleg enganx idatz kopiat scriet tastat tasteaz wpisz wpisa przepis wprowad skopiuj
  wklej zadej zadaj napist opist prepist vlozte vyplnt odpist zkopir skopir irja beirj gepel masold vnesi vneste unesi unesite
  unosom unosenj upisi upisat upisom ukucaj prepisi prekuc kopiraj otkucaj utipkaj внесе внеси внесув унеси упиши запиши
  впишете въвед напишете укуца копира введ вводи впиши напиши набер наберы набир укажи скопир встави перепиш уведіть введіть впишіть
  увядз набяр упіш iveskit ivesti irasyk irasys surink kopijuok ievad ierakst nokope sisesta trukki kirjuta kopeeri kirjoit
  syota syotta nappail kopioi knappa matat fyll tast indtast indsaet skriv sladu skraid closcr iontral coipea teipi ikteb tikkopj
  shkrua vendosn fusni kopjon πληκτρολ γραψτ εισαγε εισαγα αντιγρ βαλτε βαλετε καταχωρ συμπληρωσ girin giriniz tusla
  kopyala kiriting kiriti енгіз киргиз терин اكتب أكتب ادخل أدخل إدخال ادخال انسخ الصق הזן הזינו הזיני הקלד הקישו הקש הדבק
  وارد بنویس تایپ درج لکھیں ڈالیں masukkan masukin ketik salin tempel taip nhap ilagay itipa ingiza andika chapa bandika
  ჩაწერ შეიყვან აკრიფ մուտքագր գրեք оруул бичээ daalein daaliye डालें डालिए लिखें
`);
/** The same in full. */
export const typingWords = list(`${regional('typingWords')}
  type enter input copy key tap gib gebe gebt typ tik vul voer geef toets mete ponha coloque copia copie pega cole sartu scrie lipiti
  podaj opis prepis ird add uss ange fyll mata godkend faka mash
`);
