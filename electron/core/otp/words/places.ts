import { normalise } from '../normalise.ts';

const list = (words: string): string[] => normalise(words).lower.trim().split(/\s+/);

/** Where a code is entered: `Type 482913 in the app`. Whole words, and beginnings of words of five letters or more. */
export const placeWords = list(`
  app apps appen appi appu appen appka appce appku apka apki apke apce appje web site page form field screen portal box
  feld seite maske pole ekran sayfa oldal lap sivu side sida lehel trang
`);
export const placeBeginnings = list(`
  applik applic aplik aplic aplicat приложен застосун додатк апликац програм εφαρμογ uygulama sovellu rakendus programel
  lietotn alkalmaz تطبيق التطبيق برنامه اپلیکیشن אפליקצי ऐप ऐप्प एप অ্যাপ செயலி యాప్ ಆ್ಯಪ್ ಆಪ್ ആപ്പ് એપ ਐਪ programu
  websi webse sitio веб сайт страниц сторинц σελιδ pagina strona stron strank stranic pusla sivul sidan siden
  screen prompt checkout formul keypad terminal browser eingabe felt صفحة الصفحة صفحه דף בדף עמוד पेज পেজ champ campo
  поле halaman laman ilova қосымша қолданба tovuti aplicación ekrani login
`);
export const placesInside = list(`
  アプリ 画面 ページ サイト フォーム 앱 어플 화면 페이지 사이트 应用 應用 页面 頁面 网页 網頁 网站 網站 输入框 app แอป หน้า เว็บ ແອັບ កម្មវិធី ऐप
`);

/** Before the name of such a place: `in Lumora`. */
export const placeLinks = new Set(
  list(
    'in into on at to en em no na nel nella su dans sur auf bei im i pa w v ve u do в у на във σε στο στη sa di ke kwa',
  ),
);
