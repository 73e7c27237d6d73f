import { normalise } from '../normalise.ts';

/*
 * Words that stand around numbers, separated by spaces: to add a word, write it down. Case, accents and order do not
 * matter. The languages are mixed, as they are in messages.
 */
const list = (words: string): string[] => normalise(words).lower.trim().split(/\s+/);

/** Directly before a number, or with a filler between: it is an order, an account, a phone number, money, a time. */
export const notCodeBefore = list(`
  buy sell earn gain spend
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout
  septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
  diciembre hall lecture
  at by from um om tot bis until expires geldig valid mm
  atm section article clause paragraph bus tram platform
  id ids uid order orders invoice bill ticket tracking shipment parcel awb ref refno reference rrn utr txn txnid
  transaction trx trn imps neft upi rtgs receipt case claim policy booking pnr flight train seat gate room apt
  apartment suite floor unit box pobox bestellung bestelling commande pedido ordine zamowienie rechnung facture
  factura fattura auftrag kenmerk referentie referenz muamala kumb заказ заказа счет договор account acct acc ac
  a/c card cards credit debit konto kontonummer rekening rekeningnummer karte kaart kort carte tarjeta cartao
  carta conta cuenta compte karta karty карта карты карте iban customer member client userid pas ending ended ends
  endend endet terminee terminada xx limit wallet call calls tel telephone phone mobile mob fax dial ring txt
  helpline hotline helpdesk contact reply send fwd bel appelez llama llame ligue chiama anrufen звоните
  тел thoai landline rs inr usd eur gbp aed sar tzs kes ngn ugx zar cad aud chf sek nok dkk pln czk huf ron rub
  uah brl mxn ars clp cop pen jpy cny rmb krw thb vnd idr myr php sgd hkd twd pkr bdt lkr npr egp mad ils qar kwd
  bhd omr tl rp rm ksh balance bal avl avbl amount amt total sum paid pay debited credited charged fee price cost
  betrag bedrag montant importe saldo сумма баланс before until till since year copyright expiry exp date vers zip
  zipcode postcode plz street version ver build windows android ios chrome level score won prize
  under views barcode sku ean isbn imei serial vin part model page chapter ltd ينتهي المنتهي المنتهية الحساب حساب
  بطاقة البطاقة nagtatapos endende terminant terminando koncowka konczacej слой оканчивающейся заканчивающейся
`);

/** Stand between such a word and its number: `order no. 123`, `card ending in 1234`. */
export const fillers = list(`
  starting starts beginning begins
  no nos num nr number numbers nummer numero ending ends ended in with is id of the us me anytime номер
  code-nr value was for your a sa en auf mit op par med на بـ ب
`);

/** Directly after a number: it is money, a duration, a time or a quantity. */
export const notCodeAfter = list(`
  usd eur gbp inr rs aed sar chf sek nok dkk pln euro euros dollars dollar pounds rupees kr zl kc ft lei tl руб
  рублей грн 元 円 원 cash dr bonus min mins minute minutes minuten minuti minutos minuter minut minuta minuty hours
  hour hrs hr stunden uur heures horas days day tage dagen jours dias giorni sec secs seconds sekunden seconden
  secondes segundos secondi weeks months years минут минуты часов дней хвилин dakika menit phut perc 分 分钟 分鐘 秒 分間
  분 小时 時間 นาที मिनट am pm hs uhr gmt utc km kg kb mb gb tb mbps ml cm mm miles points punkte punten pts coins
  steps items products people times characters free percent prozent ppm pence off views nd rd th street road ave
  avenue strasse degrees txt texts msgs credits rewards
`);

/** Before a word for "code", or joined to it: nobody logs in with such a code. */
export const otherCodeKinds = list(`
  kargo davet reservation reservations paybill gate door tur
  colour color paint ral hex gewinn posta pos poste पोस्ट পোস্ট style size
  reward rewards bonus parcel class uid presale lucky winner terminal trace merchant employee course batch lot plan
  campaign partner agent room meeting conference webinar friend tax vat customer client kunden klant klanten
  wifi wlan fi
  discount promo promotion promotional promotie coupon voucher gift offer referral refer invite claim identifier
  zip postal post area country dress bar qr source swift ifsc sort branch purchase ussd error tracking order
  product reference ref booking rabatt gutschein kortings korting actie remise reduction descuento sconto desconto
  prize winning savings saving sale student merchant short redeem redemption cash hsn tax morse dial
  txt text
`);

/** After a word for "code", where a language puts it there: `code postal`. */
export const otherCodeKindsBehind = list(`
  porte portail portal immeuble домофона города promosi undangan
  parrainage swift bic ifsc iban товару товар замовлення клієнта سفارش booking pemesanan referensi buu dat ve
  commande reservation reserva prenotazione reservering bestelling
  cliente client clients kunde kunden klant avantage cupon coupon cupom sorteio sorteo concurso premio operacion
  operazione operation operacao операции приза клиента заказа товара купона скидки покупателя gd khach giam vach don van
  pelanggan transaksi pemenang hadiah pengguna pesanan barang pos پیگیری رهگیری تخفیف مشتری قبض پستی الخصم خصم القسيمة
  العرض المنتج البريدي الطلب العميل المستخدم للخصم produit producto prodotto produto client cliente klienta zakaznika slevy
  rabatowy rabattowy kuponu musteri siparis urun indirim kampanya referenzia reference referencia riferimento referencia
  postal postale postali promo promotionnel promocional promozionale promocyjny barres barras barre reduction
  descuento desconto sconto rabatowy cadeau bancaire bancario fiscal fiscale pays pais
`);

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

/** Directly before a number: not a code, unless a word for "code" comes first (some mean "is" elsewhere). */
export const weakNotCodeBefore = list(`
  on to sms text line stop only just over than us user try e en y i et po st win and und og och ve
`);

/** The same for scripts without spaces: the letters that end right before the number. */
export const notCodeBeforeInside = list(`
  反诈 反詐 报警 報警 请拨 請撥 拨
  电话 電話 热线 熱線 客服 拨打 致电 回复 回復 发送 尾号 尾號 卡号 账号 賬號 帳號 账户 订单 訂單 单号 單號 编号 編號 流水号 金额 余额 余額
  人民币 共 満 满 至 电话号码 電話番号 口座 注文番号 予約番号 会員番号 お問い合わせ先 残高 주문번호 예약번호 계좌 고객센터 전화 잔액 운송장
  หมายเลขโทรศัพท์ บัญชี โทร ยอดเงิน खाता खाते कॉल नंबर
`);

/** Signal an offer: what looks like a code is then one that saves money. */
export const offerWords = list(`
  reward rewards bonus prize prizes winner winners won jackpot casino rummy spins lottery lotto gratis freebie presale
  tickets voucher bon gutscheine hadiah menang undian
  off discount sale coupon voucher checkout offer offers cashback promo promotion deal deals save savings shop rabatt
  rabat gutschein korting remise reduction promotion descuento oferta rebaja sconto offerta desconto promocao cupom
  slevu sleva zlava kedvezmeny reducere popust alennus alekoodi rabattkod indirim indirimi kampanya скидка скидку скидки
  промокод знижка знижку отстъпка εκπτωση diskon potongan giam khuyen diskaun diskwento خصم الخصم تخفیف छूट
`);

/** The same for scripts without spaces. */
export const offerWordsInside = list('优惠 優惠 折扣 折 券 红包 クーポン オフ 割引 쿠폰 할인 ส่วนลด ลด');

/** End with a full stop without ending a sentence. */
export const abbreviations = list(`
  no nr rs a/c ac acc acct ref tel st mr mrs ms dr inc ltd co dn nb art inr usd bal avl min hr sec руб коп тел ул др г тыс
  bzw ca z b vs e g i p.ej aprox ex num
`);

/** Ask for a message or a call to a number: `text MIX to 85069`. */
export const sendVerbs = list(`
  text txt send reply call dial fwd forward envia envie envoyez stuur sende sendet invia wyslij отправьте
  kirim gui nhan goi
`);

/** Scripts without spaces: words for another kind of code. */
export const otherCodeKindsInside = list(`
  订单码 訂單碼 รหัสพัสดุ
  מיקוד
  末四码 末四碼 后四码 後四碼 尾码 尾碼 รหัสผู้ใช้ รหัสลูกค้า รหัสสินค้า รหัสส่วนลด รหัสไปรษณีย์ รหัสพนักงาน
  优惠码 優惠碼 折扣码 折扣碼 兑换码 邀请码 邀請碼 推荐码 推薦碼 号码 號碼 条码 條碼 二维码 扫码 邮政编码 编码 股票代码 证券代码 基金代码 产品代码
  クーポンコード バーコード 郵便番号 割引コード プロモコード 紹介コード QRコード ソースコード 쿠폰코드 할인코드 바코드 추천인코드 우편번호
`);

/** Stand between a word for "code" and its kind: `código de cupón`, `code for BIO 101`. */
export const kindLinks = list('de do del di da des du la le el voor fur za для of for do na');

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

/** Say that the message gives something worth money or to pass on to friends, unless it also mentions signing in. */
export const voucherWords = list(`
  voucher vouchers coupon coupons discount promo referral refer invite gift gutschein gutscheincode rabatt rabattcode
  cupon cupom descuento desconto sconto buono kupon indirim скидка скидку скидки промокод купон знижка zlava slevu sleva
  kedvezmeny popust reducere rabat korting kortingscode
`);
