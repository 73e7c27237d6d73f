import { list } from './list.ts';
import { regional } from './regional.ts';

/** To write something into a field, beginnings of words: nothing but a code is typed into a phone. */
export const typingStems = list(`${regional('typing')}
  paste pasting tippen typing entering inputting copying eingeb eintipp eintrag abtipp kopier toetst kopieer rentrez rentrer saisiss
  saisir tapez recopi inscrivez inserez escrib introduz introducie introducir introducet introducand introdueix introduint introdui ingres tecle escrev insira digite digitar digitando
  inseri scriva scrivi incoll immett escriu tecleg enganx idatz kopiat scriet tastat tasteaz wpisz wpisa przepis wprowad skopiuj
  wklej zadej zadaj napist opist prepist vlozte vyplnt odpist zkopir skopir irja beirj gepel masold vnesi vneste unesi unesite
  unosom unosenj upisi upisat upisom ukucaj prepisi prekuc kopiraj otkucaj utipkaj внесе внеси внесув унеси упиши запиши
  впишете въвед напишете укуца копира введ вводи впиши напиши набер наберы набир укажи скопир встави перепиш уведіть введіть впишіть
  увядз набяр упіш iveskit ivesti irasyk irasys kopijuok ievad ierakst nokope sisesta trukki kirjuta kopeeri kirjoit
  syota syotta nappail kopioi knappa matat fyll tast indtast indsaet skriv sladu skraid closcr iontral coipea teipi ikteb tikkopj
  shkrua vendosn fusni kopjon πληκτρολ γραψτ εισαγε εισαγα αντιγρ βαλτε βαλετε καταχωρ συμπληρωσ girin giriniz tusla
  kopyala kiriting kiriti енгіз киргиз терин اكتب أكتب ادخل أدخل إدخال ادخال انسخ الصق הזן הזינו הזיני הקלד הקישו הקש הדבק
  وارد بنویس تایپ درج لکھیں ڈالیں masukkan masukin ketik salin tempel taip nhap ilagay itipa ingiza andika chapa bandika
  ჩაწერ შეიყვან აკრიფ մուտքագր գրեք оруул бичээ daalein daaliye डालें डालिए लिखें भरें
  keying punching eingegeb eingetipp eingetrag invoer intoets intyp overtyp overgetyp
  ingevoer ingetyp ingetoets agetipp antipp inscriv inscrir recopiez tapant tapotez pianot escribi tecleand  
  ingresand ingresá rellen escreva escrevendo teclando tecland inserindo introduzindo introducindo preenchend
  preencher digitaz digitac inserend inserit immettend trascriv ricopia incolla escrivi teclej introduï
  idazten idatzit tekleat sartuz sakatuz tastând scriind completat copiaț wystuka wklepa wpisuj
  wpisan uzupełn wprowadz przepisa przepisuj wstukaj vyťuk naťuk vypln zapišt vepišt vepiš vpíšt vpíš přepiš přepsán
  odpíš opsán zadáván vkládán beírás beütés beírva begépel üsse ütsd bepötyög vtipka vnos vnesit upišit upišeš utipka
  ukucav otkucav zapišit prepišit упишит запишит препишит укуцав откуцав отчука внесет внесеш напишет препиш ископир
  попълнет попълни наберет набират въвежд vavede vuvede vavezhd попълн shtyp shkru shkruaj plotës kopjoj
  πληκτρολογ γραφοντας συμπληρ επικολλ plhktrolog pliktrolog eisaga eisage symplhr symplir antigrap вбей вбейте вписыв
  впиш вводом введен введё заполн вбив наберит vvedi vvodi naberit vpishit ввівш введіт впишіт впису наберіт
  вкажіт вказавш заповн скопію введит увёўш увядзен увядзі упішы упісва запоўн набярыц скапіру įved įvest įvesd suved
  įraš įrašy nukopij perraš užpild aizpild iekopē pārkopē nospied sisestam trüki toksi täitk täitke kirjutad kleebi
  kirjoitt naputt naputel inmatn inskriv ifyll inntast innskriv tastin indtastn udfyld skrifað skrifa sláð stimpla
  límdu clóscríob ionchuir iontrá teipio mewnbyn mewnbwn bysell ddaħħal ittajp
  digitand surinkit surinkus
  eingab invoering inserimento introduccio introducere zapisivanj suvest įvedim ievadīš sisestami syöttämi
`);
/** The same in full. */
export const typingWords = list(`${regional('typingWords')}
  type enter input copy key tap gib gebe gebt typ tik vul voer geef toets mete ponha coloque copia copie pega cole sartu scrie lipiti
  podaj opis prepis ird add uss ange fyll mata godkend faka mash
  geben gibst tippt tippen tippe tipp tyk tikken zadáním zadanjem vnosom unosom уносом unesi vnesom entrez saisir
  taper teclear teclee tecleá escribí ingresá mecanografia digite digitare scrivi escribe escriu idatzi scrieți
  wstukaj podać írja gépelje bele vpišite napiši внеси внесување въвеждане въведи впиши запишете вбейте введя введите
  впишите пишете вводом ввівши впишіть набравши набрав набрать набрати набирая уводзіць įvesdami įvesti įvedus ievadot
  sisestades sisestage syöttämällä kirjoittamalla skriva sláðu skrifaðu iontráil clóscríobh teipiwch ikteb daħħal
  introduce introduci introducen digita digitate digitando compila compilate compilando transcriba transcrivi rellena
  rellene
  saisie vnos
`);
