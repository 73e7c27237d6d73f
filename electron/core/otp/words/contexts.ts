import { list } from './list.ts';
import { regional } from './regional.ts';

export * from './otherCodes.ts';
export * from './otherNumbers.ts';

// Words that tie a number to a word for a code, or to what it is for.

/** Say how long something is valid: a code that stands alone above them needs no other word. */
export const validityWords = list(`${regional('validity')}
  valid valida valide valable valido gultig geldig gyldig giltig expires expire expira scade verloopt
  действителен gecerli berlaku wazny platny ervenyes
  valabil valabila valables expirera expirará expirar caduca caducará validade scadrà vervalt verval gäller udløber
  utløper gildir voimassa vanhenee kehtib aegub derīgs derīga derīgas galioja galios ważne ważna wygasa wygaśnie platí
  platná vyprší érvényesség lejár velja veljavna vrijedi važi ističe vlefshëm skadon yfed dilys bailí validu jiskadi
  gëlteg validesa важи истиче валиден валидна изтича действует действительна действителна действительно истекает
  дійсний діє дійсна дейсны жарамды яроқли хүчинтэй ισχύει λήγει geçerlidir etibarlıdır keçərlidir yaroqli მოქმედებს
  ძალაშია վավեր בתוקף תקף תוקף صالح صالحة صالحه صلاحية معتبر اعتبار मान्य वैध বৈধ মেয়াদ મેয়াদ માન્ય ਵੈਧ
  செல்லுபடியாகும் చెల్లుబాటు ಮಾನ್ಯ ಮಾನ್ಯವಾಗಿರುತ್ತದೆ സാധുവാണ് වලංගු kedaluwarsa kadaluarsa kadaluwarsa halali
`);

/** Stand between such a word and the code: `est le 482913`. */
export const articles = list('le la el il o a the der de den det das die');

/** Behind a code, ahead of what it is for: `482913 to log in`. */
export const purposeLinks = list(
  'to as for on in within um als om pour para per fur zur zum voor til for do pro pre na za dla icin untuk guna для щоб чтобы pentru por',
);

/** Verbs that come last: `482913 eingeben`. */
export const finalVerbs = list(`${regional('finals')}
  eingeben eintippen einzugeben invoeren intypen girin giriniz yazin yaziniz daalein dalein daale dale daalo dalo
  kiriting tering daxil وارد درج داخل लिखें डालें डालिए
  eintragen einfügen einzutragen einzutippen einsetzen abtippen voeren vullen toetsen overtypen invullen intoetsen
  sartu idatzi tekleatu sakatu beírni beütni megadni megadásával
`);

/** Join a code to what follows it: `482913 is your …`. */
export const copulas = list(`${regional('copulas')}
  is ist est es e ar er on jest je adalah ialah la esta este это é è to sa yra ir lautet lyder lautete las ni
  siendo kyn является ye sono va hai cua هو هي ay in ja
  yw ydy είναι huwa hija ass është wynosi brzmi glasi гласи складає дорівнює հետևյալն არის هوه هى הינו הוא זהו nyaeta
  yaiku punika yaitu mao kuwa waa waxaa itace shine ithi هڪ है होगा হল হলো হচ্ছে হৈছে ହେଉଛି ஆனது คือ ແມ່ນ គឺ 是 为 為 は
  είν гэта
  luidt luidde steht war bleibt sera seront était serán fue foi foram sarà fosse era erau zní zněl znělo znie bude
  budú bylo byl byla bol bola bolo bił będzie brzmiał brzmiało volt lesz következő bila bilo bio glasio гласил гласит
  гласить звучит звучить був буде була был была было будет быў будзе будуць е је беше бе бил била ishte ήταν einai
  buvo skamba bija skan oli kolab kuuluu kuului var blir lød lydde hljóðar hljóðaði verður oedd fydd kien tkun
`);

/** What a code is entered for: `use 482913 to verify your number`. Beginnings of words. */
export const purposes = list(`${regional('purposes')}
  conferm bestaetig zalogow للتحقق لتأكيد لتسجيل التحقق تسجيل לאימות אימות להתחבר להתחברות אישור megerosit
  zurueck verif confirm log finish proceed screen page signin sign activ aktiv authent author autori access regist complet reset unlock continu link approv
  identi zurucks bestatig anmeld einlog bevest inlog logg valid connect conect inici accede acessa entrar accedi acced
  potwierdz zalog potvrd overen over prihlas подтв вход войти підтв потвърд пацвердз aktyw dogrul giris onay konfirm
  masuk xac επιβεβ σύνδεσ bekraeft bekreft vahvist kinnit apstiprin patvirtin megerosit jova tasdiq restor recuper
  recover change wijzig register
  kirjaut belépés dostępu доступа доступу pristupi connex autent desbloq restabl restablec sblocc reimpost entsperr
  freisch freigeb aanmeld ontgrendel aanteken återställ godkänn godkend godkjenn nulstil nullstill staðfest innskr
  auðkenn vátta innrit tunnist varment sisselog taasta tuvast pieteik ielog pieslēg prisijung tapatyb logowa autoryz
  weryf odblok odemk odomk schvál bejelent hitelesít azonosít igazol jóváhagy επαληθ ταυτοπ συνδεθ επαναφορ potrd
  prijav потврд пријав најав верифик влизан авториз идентиф аутент автент восстан верифік ідентиф відновл увійти увах
  уваход аўтарыз раста кіру тексер ырасто тастык kirish тасдиқ кириш воридш təsdiq daxil tassykla oturum баталгаа
  нэвтр batalgaa დადასტ ავტორიზ ვერიფიკ შესვლ იდენტიფ հաստատ մուտք վավերաց նույնակ לאישור לכניסה להשלמ הזדהות להזדה
  לאמת לאשר התחברות للدخول لتوثيق توثيق لإتمام لاتمام لاستكمال لإكمال لاكمال لتاكيد تأكيد تاكيد المصادقة للمصادقة
  استعادة لاستعادة تایید تأیید ورود احراز فعالساز بازیاب تصدیق mengonfirm mengkonfirm memverif memasuk otentik otoris
  pengesah mengesah sahkan mlebu kumpirm beripik thibitish kuthibit uthibit kuingia xaqiij tabbatar tantanc jeriisi
  nkwenye qinisek ukuqinisek ukungen ngqinisis ukungqin netefats tlhomamis simbis kusimbis kupinda tsimikiz kutsimik
  kulowa kwemeza emeza kwinjira hanamarin hanamafis fanamarin fanamafis hiditra konfim konekt cadarn gadarn chadarn
  mewngof dilysu ddilysu dheimhn deimhn fhíorú egiazta baiezta berrets sartzeko aktibatu tikkonferm ivverifik
  tivverifik vverifik bestäteg cunfirm fjalëkal mirkanees mirkaness
  เพื่อยืนยัน เพื่อเข้าสู่ เพื่อเข้าใช้ เพื่อล็อกอิน เพื่อทำรายการ ເພື່ອຢືນຢັນ ដើម្បីផ្ទៀងផ្ទាត់ ដើម្បីបញ្ជាក់ 完成登录
  完成登錄 完成登入 完成验证 完成驗證 完成身份 进行验证 進行驗證 进行登录 以验证 以驗證 以登录 以登入 以确认身份
  entriegel aufsperr unterschr signier authentifiz déverr valider desbloc autoriz sblocca ondertek ontgrend inloggen
  podpisa podpiš aláír belép odklen odklep podpi potrdi otključ potpis откључ потпис потврђ потврда потпиш отклуч
  отключ подпис регистр aktivizo hyrje nënshkr konfirmoni εγκρ ξεκλειδ υπογρα epivevai epibebai eisodo energopoi
  syndes разблок активир підпис розблок розблоку пацвярд падпіс аплат увайс patvirt pasiraš atrakin apstipr parakst
  atslēg ielogo piekļ kinnita allkirj allekirj hyväksy kirjautu signera underskr låsa bekräft underteg godkjen innlogg
  undirrit virkja aflæs váttan dhearbh dearbh síniú cadarnh iċċekk konekte
`);

/** Verbs directly before the code, which is their object: `use 482913 to …`. */
export const codeVerbs = list(`${regional('verbs')}
  write typed skriv irja استخدم أدخل ادخل הזן הקלד השתמש
  use enter type input insert submit utilisez entrez saisissez saisir tapez usa usar use utiliza utilice introduce
  introduzca introduza ingresa ingrese digite insira utilize inserisci utilizza digita gebruik voer vul nutze verwende
  verwenden gib anvand ange skriv brug bruk indtast tast kayta syota anna uzyj wpisz podaj pouzijte zadejte zadajte
  introdu introduceti folositi add gunakan masukkan girin kullan введите используйте укажите введіть використайте
  въведете увядзіце unesite upisite vnesite iveskite ievadiet sisesta πληκτρολογησε εισαγετε nhap ilagay tumia weka
  entrer indiquez renseignez inscrivez rentrez utiliser utilise introducir ingresar escribe escriba teclea teclee
  utilizar escreva digitar preencha inserire inserite digitare usare utilizzare immetti scrivi usi introdueix
  introduïu utilitza utilitzeu escriu escriviu emprega erabili idatzi rhowch defnyddiwch teipiwch úsáid iontráil
  clóscríobh daħħal uża sláðu notaðu skrá benotzt gitt tippt nutzen benutze benutzen verwendet tippe tippen eingeben
  angiv oppgi oppgje benyt benytt fyll knappa typ toets tik käyttäkää syöttäkää kirjoita näppäile sisestage kasuta
  kasutage ievadi izmanto izmantojiet lietojiet rakstiet įvesk naudokite panaudokite surinkite użyć wprowadź przepisz
  vložte opište napište zadej použij použite zadaj uporabite vpišite vnesi koristite unesi upotrijebite upotrebite
  iskoristite ukucajte унесите користите укуцајте искористите внесете користете внеси използвайте въведи използвай
  впишете напишете введи вводите впишите напишите использовать ввести уведіть вкажіть використовуйте впишіть
  выкарыстоўвайце выкарыстайце енгізіңіз пайдаланыңыз киргизиңиз колдонуңуз kiriting kiritish ishlating киритинг ворид
  írd használja használd adja üsse folosește utilizați utilizează tastați scrieți përdorni përdor shkruani shkruaj
  vendosni fusni πληκτρολογήστε χρησιμοποιήστε χρησιμοποίησε γράψτε δώστε kullanın giriniz yazın kullanınız yazınız
  შეიყვანეთ გამოიყენეთ ჩაწერეთ მიუთითეთ մուտքագրեք օգտագործեք ներմուծեք օգտագործել הזינו הקלידו הכנס הכניסו הזיני
  השתמשו להזין اكتب استعمل إدخال ادخال أدخلي استخدمي بإدخال باستخدام masukan ketik ketikkan isi pakai pake guna taip
  lebokake lebokna gunakake asupkeun lebetkeun gunakeun dùng gamitin ienter itype ipasok gamita isulod ibutang ingiza
  andika jaza geli isticmaal shigar rubuta tinye jiri faka sebenzisa ngenisa sebedisa sebelisa dirisa tsenya shandisa
  lowetsani gwiritsani injiza koresha shyiramo ampidiro ampiasao antre itilize sèvi 请输入 請輸入 输入 輸入 请使用 請使用 使用 请填写 請填寫
  填写 填寫 请填入 ใช้ กรอก ใส่ โปรดใช้ โปรดกรอก โปรดใส่ กรุณากรอก กรุณาใส่ กรุณาใช้ ป้อน ໃຊ້ ໃສ່ ປ້ອນ បញ្ចូល ប្រើ សូមបញ្ចូល
  សូមប្រើ វាយបញ្ចូល
  punch key fill paste tippst tragen trage eintragen reportez reporter renseigner remplissez
  coloca coloque ponga ponés poné pon pulsa pulse rellena presione oprima posa poseu
  introduint componga riporta riportare metti apponi inserta zet plaats druk drukt tyk fier fäll sartu
  sakatu jarri tekleatu completați apăsați tastează wstaw uzupełnij naciśnij stiskněte zmáčkněte doplňte
  zadáním dopíšte stlačte nyomja nyomd adjátok üsd vtipkajte vstavite pritisnite odtipkajte pritisni stavite ubacite
  ubaci притисните ставите отчукајте натиснете внесувајте поставете пъхнете ставете shtypni shtyp jepni jepi vini
  vendos πατήστε πιέστε βάλε βάλτε καταχωρήστε valte patiste нажмите вставьте проставьте поставьте укажи натисніть
  вставте вказати зазначте націсніце устаўце paspauskite pateikite nurodykite nospiediet norādiet ievietojiet vajutage
  vajuta lisage pange lisa paina lisää laita täytä liitä klistra skriver lim trykk trykkja putt indsæt udfyld
  tryk angi legg límdu ýttu stimplaðu skriva brúka cuir cuiridh brúigh sgrìobh rhoi nodwch gwasgwch pwyswch llenwch
  agħfas poġġi imla peze mete tape
`);

/** Join a code to what is done with it: `confirm your number with 482913`. */
export const instruments = list(`${regional('instruments')}
  with mit avec con com met med cu s со с
  ile bilan dengan bằng gyda με بواسطة
  using utilizando usando utilisant mat koos pomoću помоћу pomocí pomocou помощью допомогою дапамогай användning
`);

/** End with a full stop without ending a sentence. */
export const abbreviations = list(`${regional('abbreviations')}
  no nr rs a/c ac acc acct ref tel st mr mrs ms dr inc ltd co dn nb art inr usd bal avl min hr sec руб коп тел ул др г тыс
  bzw ca z b vs e g i p.ej aprox ex num
  approx mins secs dept corp inkl incl ggf zzgl usw evtl bijv evt aub dhr mevr env mme sra sres ud uds apdo avda sig
  dott spa osv ev kl esim klo puh nro ul np godz szt zł č tj např npr br бр tzv kb stb ft kft dvs dl jud str τηλ αρ
  π.χ т.е стр мин сек сут млн грн вул хв vb örn bkz tgl jl dll cab रु डॉ श्री नं মি নং মো dk sn
  κωδ επιβεβ επαλ ασφ πρόσβ ενεργ συν έκδ εξ jednoraz jednokr przyst přístup overov ověř verif auth autoriz activ
  aktiv aktyv aktiviz bestät einm zugangs conf confirm bezp zabezp potvr potvrd prijav ident tijd eenm toeg usl zah
  okr kpt wlk dost подтв доп одноразов разов потвърд потвр актив вериф безп підтв верифік вх доступ
`);

/** Join a code to what stands before it, where a language puts its verb last: `آپ کا کوڈ 482913 ہے`. */
export const finalCopulas = list(`
  است هست hai है हैं ہے છે ਹੈ আছে ఉంది ஆகும் ആണ് ಆಗಿದೆ dir dır dur dür です 입니다 이다 ነው
  आहे आहेत हो छ होगा होगी अछि آهي دی ده دە یە dyr дір тір hain হয় ହେଉଛି ହେଲା అవుతుంది ಇದೆ ಆಗಿರುತ್ತದೆ ആകുന്നു වේ වෙයි
  ဖြစ်သည် ဖြစ်ပါသည် ဖြစ်ပါတယ် է እዩ ነዉ でございます になります となります 예요 이에요 이며 이고 이니 번입니다
`);

/** Stand between such a verb and the code: `verwenden Sie bitte 482913`, `skriv inn 482913`. */
export const verbFillers = list(`${regional('fillers')}
  sie bitte please inn in ein be por favor alstublieft svp vennligst the code this kode den der
  prosím proszę prosimo molimo пожалуйста моля παρακαλώ lütfen tolong mohon silakan sila kérjük vänligen venligst
  palun lūdzu prašome asseblief dit diesen folgenden ang yung iyong ung ko yeh
  dan dann du ihr then now nun nu jetzt hier here only just nur alleen maar le lo la il un una this solo solamente dit dette
  number digits nummer numero ziffern cijfers siffror
  am im beim folgende zahl werte el los código números o следующее этот цей гэты го ги него ga jo cyfry numer číslo
  broj број бројот номера номер nummeret tallet siffrorna numeroa numbrit numerį numuru το τον τα αριθμό αμέσως tani
  numrin tölunum töluna númerið in-numru wannan
  von van de di
`);

/**
 * Verbs that come last, in scripts without spaces or with endings: `482913を入力してください`. An underscore is a space.
 */
export const finalVerbsInside = list(`${regional('finalsInside')}
  入力 输入 輸入 填写 填寫 입력 दर्ज डालें एंटर ఎంటర్ உள்ளிட ನಮೂದಿಸಿ നൽകുക લખો লিখুন
  請輸入 填入 使用してください ഉപയോഗിക്ക നൽക ఉపయోగించండి பயன்படுத்தவும் பயன்படுத்துங்கள் ನಮೂದಿಸ દાખલ প্রবেশ ଲେଖନ୍ତୁ
  ਦਰਜ लिखें प्रविष्ट वापरा राख्नुहोस् ඇතුළත් ရိုက်ထည့် ያስገቡ
  ይጠቀሙ енгізіңіз оруулна
  وارد_کنید وارد_نمایید وارد_فرمایید درج_کریں درج_کیجیے
`).map((each) => each.replaceAll('_', ' '));

/** What such a code is for. */
export const purposesInside = list(`${regional('purposesInside')}
  認証 認證 认证 验证 驗證 确认 確認 登录 登入 登錄 ログイン 本人 본인 인증 로그인 확인 सत्याप पुष्टि ధృవీకర சரிபார்
  登陆 登陸 注册 註冊 激活 啟用 启用 绑定 綁定 身份 授权 授權 找回 重置 サインイン 登録 承認 有効化 再設定 लॉगिन लॉगइन प्रमाणी वेरिफ पडताळ लगइन যাচাই লগইন
  নিশ্চিত ভেরিফ ચકાસ લોગિન લૉગિન પુષ્ટિ સત્યાપ વેરિફ ਪੁਸ਼ਟੀ ਤਸਦੀਕ ਲੌਗਇਨ ਲੌਗਿਨ ਲਾਗਇਨ ଯାଞ୍ଚ ଲଗଇନ ନିଶ୍ଚିତ உறுதிப்படுத்த
  உள்நுழை அங்கீக ధ్రువీకర లాగిన్ నిర్ధార వెరిఫ ಪರಿಶೀಲ ದೃಢೀಕರ ಲಾಗಿನ್ ಖಚಿತ സ്ഥിരീകര പരിശോധ ലോഗിൻ ഉറപ്പ പ്രാമാണ വെരിഫ
  තහවුරු සත්‍යාප ලොග් පිවිස အတည်ပြု ဝင်ရောက် ማረጋገጥ تایید تأیید ورود احراز تصدیق ማረጋገጫ ለመግባት растау кіру нэвтр баталгаа
`).map((each) => each.replaceAll('_', ' '));
