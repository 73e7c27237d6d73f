import { list } from './list.ts';
import { regional } from './regional.ts';

/** What is shorter may begin another word. */
const isLong = (word: string) => word.length >= 4;
const regionalPlaces = list(regional('places'));

/** Where a code is entered: `Type 482913 in the app`. Whole words, and beginnings of words of five letters or more. */
export const placeWords = [
  ...regionalPlaces.filter((word) => !isLong(word)),
  ...list(`
  app apps appen appi appu appen appka appce appku apka apki apke apce appje web site page form field screen portal box
  feld seite maske pole ekran sayfa oldal lap sivu side sida lehel trang
`),
];
export const placeBeginnings = [
  ...regionalPlaces.filter(isLong),
  ...list(`
  applik applic aplik aplic aplicat приложен застосун додатк апликац програм εφαρμογ uygulama sovellu rakendus programel
  lietotn alkalmaz تطبيق التطبيق برنامه اپلیکیشن אפליקצי ऐप ऐप्प एप অ্যাপ செயலி యాప్ ಆ್ಯಪ್ ಆಪ್ ആപ്പ് એપ ਐਪ programu
  teclado clavier tastier klawiatu tastatu tangentb nappaim klaves billenty tipkovn keyboar ecra tela pantalla ecran schermo scherm skarm skjerm skaerm obrazov kepern zaslon ekran window fenster fenetre ventana janela finestr okno okien okenk okienk polick vinduet fonstr prehliad prohliz przeglad preglednik kutija kuticu kadryno kent laukel lodzin langel lauka lahtr väli recadro caixa casella kaxxa bhosca leathanach
  websi webse sitio веб сайт страниц сторинц σελιδ pagina strona stron strank stranic pusla sivul sidan siden
  screen prompt checkout formul keypad terminal browser eingabe felt صفحة الصفحة صفحه דף בדף עמוד पेज পেজ champ campo
  поле halaman laman ilova қосымша қолданба tovuti aplicación ekrani login
`),
];
export const placesInside = list(`${regional('placesInside')} ${regional('hearersInside')}
  アプリ 画面 ページ サイト フォーム 앱 어플 화면 페이지 사이트 应用 應用 页面 頁面 网页 網頁 网站 網站 输入框 app แอป หน้า เว็บ ແອັບ កម្មវិធី ऐप
`);

/** Before the name of such a place: `in Lumora`. */
export const placeLinks = new Set(
  list(
    'in into on at to en em no na nel nella su dans sur auf bei im i pa w v ve u do в у на във σε στο στη sa di ke kwa',
  ),
);

/** Say a code to someone: `give 4471 to the driver`. */
export const tellVerbs = list(`${regional('tells')}
  tell give show say quote provide diga dile dele digale muestra muestrale proporciona dicta informe fala fale diga mostre
  mostra passe dites donnez montrez communiquez dis donne dica mostri comunica comunichi nenne nennen zeig zeigen sag
  sagen geef toon noem vis oplys oppgi uppge visa sag kerro nayta podaj pokaz sdelte reknete ukazte povedzte oznamte mondja
  mutassa spuneti comunicati aratati recite kazite pokazite повідомте скажіть назвіть покажіть назовите скажите сообщите
  покажите продиктуйте кажете покажете πειτε δειξτε soyleyin gosterin sebutkan beritahu berikan tunjukkan tunjuk katakan
  doc dua cung sabihin ibigay ipakita mwambie mpe onyesha ayting aytin deyin aytyng айтыңыз айтып أعط أخبر اذكر אמרו
  הציגו מסרו תגידו بگویید بدهید نشان بتائیں دیں बताएं बताइए बताना बताएँ दें सांगा বলুন দিন দেখান சொல்லவும் கூறவும் చెప్పండి ಹೇಳಿ
  പറയുക કહો ਦੱਸੋ කියන්න ပြောပါ ይንገሩ bataye batayein bataiye dijiye batao
`);

/** Whom a code is told. */
export const hearers = list(`${regional('hearers')}
  driver drivers courier couriers rider riders delivery deliveryman agent partner host guard staff cashier reception
  entregador estafeta motorista repartidor conductor mensajero chofer livreur coursier chauffeur corriere autista
  fahrer fahrerin kurier boten bote zusteller bezorger koerier bud fahraren kurir budet sjafor kuljettaja kuljettajalle
  kuriirile kurierowi kierowcy kuryr kuryrovi ridici kurierovi vodicovi futar futarnak curier curierului sofer soferului
  dostavljac dostavljacu kuriru vozacu курьеру курьер водителю куръеру куриеру куриер шофьора кур’єру водію кур єру
  κουριερ οδηγο kuryeye kurye surucuye kuryere kuryerga haydovchiga driverga курьерге айдаушыға pengemudi supir penghantar
  pemandu petugas xe shipper tai rider dereva msafirishaji للسائق السائق للمندوب المندوب לשליח לנהג پیک راننده ڈرائیور
  ड्राइवर डिलीवरी राइडर चालक রাইডার ড্রাইভার ডেলিভারি டிரைவர் டிரைவரிடம் டெலிவரி డ్రైవర్ డెలివరీ ಚಾಲಕರಿಗೆ ಡೆಲಿವರಿ ഡ്രൈവർ
  ડ્રાઇવર ડિલિવરી ਡਰਾਈਵਰ ਡਿਲੀਵਰੀ රයිඩර්ට ሾፌር
`);
