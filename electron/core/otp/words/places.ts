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
  keypad pad gate apli aplikacie appli pages onglet case cases borne guichet digicode formulaire eingabefeld
  eingabemaske webseite terminal automat tasten tastenfeld zahlenfeld fach apparaat vakje vak veld scherm pagina sait
  saidi fält ruta rutan knappsatsen fältet feltet boksen ruten vinduet fönstret skjermen skærmen portaal lahtris
  väljale väljal lahtrisse aknas aknasse veebis lapa lapu logā laukā mājaslapā svetainė svetainėje puslapis puslapyje
  lange langą laukelyje laukelį puslapį oldalon mezőbe mező ablakba ablak képernyőn weboldalon stranu polje polju
  poljem prozor prozoru prozorčić okence okencu okno oknu zaslonu поле полето полю поља поњу пољу прозор прозору
  прозорец прозореца прозорецот окно окошко окне окошке віконце вікно вікні поля полі полем сайті сайте сайта сайту
  сторінці акно акенца акне старонцы палях екрана екранот екрану экране экран екран екрані πεδίο πεδιου οθόνη σελιδα
  πληκτρολόγιο παραθυρο selida othoni pedio faqe faqja fushë fushën kuti tastierë tastiera reitinn reit reitnum
  síðunni síðuna gluggann glugga skjánum skjá síðu síðuni síðan leathanach leathanaigh bosca bhosca scáileán scáileáin
  suíomh aip duilleig bogsa sgrìn làrach dudalen tudalen blwch flwch wefan ap bysellbad paġna iskrin kaxxa sit paj
  kare sidene skjema skjemaet formulär formuläret obrazec obrazac űrlap űrlapon lomake lomakkeelle kenttään kenttä
  ikkunaan ruudulla ruutuun päätteeseen näytöllä vorm ankeet
`),
];
export const placeBeginnings = [
  ...regionalPlaces.filter(isLong),
  ...list(`
  applik applic aplik aplic aplicat приложен застосун додатк апликац програм εφαρμογ uygulama sovellu rakendus programel
  lietotn alkalmaz تطبيق التطبيق برنامه اپلیکیشن אפליקצי ऐप ऐप्प एप অ্যাপ செயலி యాప్ ಆ್ಯಪ್ ಆಪ್ ആപ്പ് એપ ਐਪ programu
  teclado clavier tastier klawiatu tastatu tangentb nappaim klaves billenty tipkovn keyboar ecra tela pantalla ecran schermo scherm skarm skjerm skaerm obrazov kepern zaslon ekran window fenster fenetre ventana janela finestr okno okien okenk okienk polick vinduet fonstr prehliad prohliz przeglad preglednik kutija kuticu kadryno kent laukel lodzin langel lauka lahtr väli recadro casella kaxxa bhosca leathanach
  websi webse sitio веб сайт страниц сторинц σελιδ pagina strona stron strank stranic pusla sivul sidan siden
  screen prompt checkout formul keypad terminal browser eingabe felt صفحة الصفحة صفحه דף בדף עמוד पेज পেজ champ campo
  поле halaman laman ilova қосымша қолданба tovuti aplicación ekrani login
  touchscr digicod visiophon interphon domofon домофон дамафон шлагбаум klawisz tastenfe zahlenfe touchscreen toetsenb
  tastatur klaviat клавиат клавіят клавіат клавіш klaviatū knappsat teclat pantall taquill schermata tastiera
  tipkovnic тастатур терминал термінал тэрмінал терминалу браузер бравзер браузър прелистувач pregledač прегледач
  programė prievad naršykl pārlūk brauser brauz selain nettles webbläs vafra portál портал parta околце прозорец
  прозорч πληκτρολόγ οθόν πεδιο σελιδα παραθυρ φορμα τερματικ εφαρμ formulár formulier formulaire формуляр странич
  страницат старонк старонц старонцы сторінк сторінц застосунк додатку прыклад дадатк puslap svetain tinklala ekrāna
  ekraan veebil nettisiv näytöl lomakk kentta sovellus skjema skærmbil hjemmesi nettsid nettside hemsid webbsid
  webstra heimasíð vefsíð skjánum forriti smáforrit applikazzjon leathana scáilea suíomh sgrin bysellb dudalen tudalen
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
  mostrale dígaselo decile dícelo decirle digues digueu dígueli mostreu dille dígalle amósalle mostrar comunicalo  
    indiquez indique présentez présente annoncez transmettez remettez fournissez donner nennst mitteilen teilen
  zeigt vorzeigen durchgeben laat vertel noemt toont zeggen doorgeef zeggt sot weist powiedz przekaż pokażcie
  okaż okażcie podyktuj podać powiedzieć nahlaste nadiktujte předložte közölje közöld mondd mutasd bemondja diktálja
  povejte sporočite zaupajte reci kaži pokaži saopštite saopćite реците реци кажите саопштите кажи покажи дайте
  продиктувайте съобщете tregoni tregojini tregoji thoni thuaj jepni jepini tregojuni tregojani πες δείξε δωστε
  αναφέρετε peite deixte назови скажи сообщи продиктуй продиктувати назавіце скажыце пакажыце паведаміце прадыктуйце
  pasakykite parodykite pasakyk parodyk pateikite padiktuokite pasakiet parādiet nosauciet pasaki parādi uzrādiet
  nosauc öelge näidake ütle ütelge öelda näita teatage ütlege sano sanokaa näyttäkää kertokaa ilmoita ilmoittakaa
  uppger berätta meddela oppgje fortæl segðu sýndu gefðu láttu siga abair taispeáin tabhair inis innis seall dywedwch
  dangoswch rhowch għid uri agħti montre esan erakutsi eman spune arată
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
  concierge porter receptionist attendant bailiff rider's runner deliverer bezorgster bezorgers portier kassier
  beveiliging baliemedewerker zustellerin lieferanten lieferant fahrern paketboten paketbote kassierer pförtner
  mitarbeiter empfang rezeption conducteur gardien gardienne caissier caissière accueil vigile postier repartidora
  conductora mensajera cajero cajera guardia vigilante portero recepcionista domiciliario taxista transportista
  entregadora motoboy porteiro segurança atendente condutor funcionário recepção fattorino portiere cassiere
  cassa conducente tassista addetto corriera missatger caixer guarda vigilant banatzaileari banatzailea gidariari
  gidaria mezulariari taximetrist casier casierului paznicului paznic portarului recepționerului livrator livratorului
  recepție kurierka kierowca kasjerowi kasjer ochroniarzowi dostawcy dostawca listonoszowi recepcji ochronie
  pracownikowi obsłudze taksówkarzowi řidič kurýrka kurýrce doručovateli pokladní pokladníkovi recepční vrátnému
  ostraze taxikáři hlídači vodič kuriérke doručovateľovi pokladníčke recepčnej vrátnikovi taxikárovi šoférovi sofőrnek
  sofőr kézbesítőnek kézbesítő pénztárosnak portásnak recepción recepciósnak vezetőnek postásnak kurirju voznik
  vozniku dostavljavcu blagajniku blagajničarki varnostniku receptorju receptorki poštarju taksistu vozač čuvaru
  zaštitaru recepcionaru recepciji taksisti kuririma poštaru portiru kasirki возачу возач достављачу достављач курир
  курира чувару портиру касирки таксисти рецепцији возачот курирот доставувачот доставувач чуварот касиерот портирот
  шофьор шофьору куриера доставчика доставчик портиера охраната касиера рецепциониста рецепцията касиерката korrierit
  korrieri korrier shoferit shoferi shofer rojës arkëtarit arkëtares shpërndarësit postierit διανομέα διανομέας οδηγός
  οδηγού ταμία ταμίας φύλακα φύλακας υπάλληλο ρεσεψιόν θυρωρό ταξιτζή kourier odigo курьера водителя охраннику охране
  кассиру администратору консьержу сотруднику таксисту доставщику продавцу портье почтальону кур'єр курʼєру водієві
  водій охоронцю касиру адміністратору листоноші поштарю доставнику портьє кур'еру кур'ер куру кіроўцу вадзіцелю
  кіроўца касіру ахоўніку ахове таксісту паштальёну kurjeriui kurjeris vairuotojui vairuotojas kasininkei kasininkui
  apsaugininkui apsaugai registratūroje budėtojui paštininkui kurjeram kurjers šoferim šoferis vadītājam vadītājs
  kasierim kasierei apsargam apsardzei administratoram pastniekam kullerile kuller juhile juht autojuhile
  kassapidajale turvamehele valvurile administraatorile taksojuhile kuriirille lähetille lähetti kuski kuskille
  kassalle kassanhoitajalle vartijalle vahtimestarille vastaanottoon vastaanotossa taksikuskille jakajalle chauffören
  chaufför budbilen vakten kassören kassan receptionen receptionisten värden sjåføren kureren kurer vakta vekteren
  vekter kassereren resepsjonen resepsjonisten verten buddet vagten portneren kassedamen værten ekspedienten
  budbringeren bílstjóranum bílstjóri sendlinum sendill sendilinn gjaldkeranum verðinum öryggisverði afgreiðslumanni
  móttöku tiománaí cúiréir chúiréir airgeadóir garda dràibhear tiománaithe gyrrwr yrrwr negesydd cludwr swyddog
  sewwieq kurrier xufier kaxxier gwardjan chofè livrè
`);
