import { list } from './list.ts';
import { regional } from './regional.ts';

// Words for codes that nobody signs in with.

/** Before a word for "code", or joined to it: nobody logs in with such a code. */
export const otherCodeKinds = list(`${regional('otherKinds')}
  kargo davet reservation reservations paybill exit fault status return survey marks sheet streepjes
  colour color paint ral hex gewinn posta pos poste पोस्ट পোস্ট style size
  reward rewards bonus parcel class uid presale lucky winner terminal trace merchant employee course batch lot plan
  campaign partner agent room meeting conference webinar friend tax vat customer client kunden klant klanten
  wifi wlan fi
  discount promo promotion promotional promotie coupon voucher gift offer referral refer invite claim identifier
  zip postal post area country dress bar qr source swift ifsc sort branch purchase ussd error tracking order
  product reference ref booking rabatt gutschein kortings korting actie remise reduction descuento sconto desconto
  prize winning savings saving sale student merchant short redeem redemption cash hsn tax morse dial
  txt text
  slevový zľavový promoční dárkový poštovní poštanski čárový čiarový promotivni poklon popust indirim promosyon kupon
  kampanya hediye referans ürün sipariş takip müşteri şube ülke alennus lahja posti suunta viiva kampanja etu tuote
  tilaus kuponki seuranta lahetys kayttaja yritys asiakas soodus kinke triip kampaania voutseri kedvezmény ajándék
  vonal akciós promóciós presentkort gavekort streg strek streck kampagne tilbuds erbjudande bestillings boknings
  verve aktions werbe strich farb länder vorteils gruppen buchungs streep cadeau waarde boekings kado landen kleur
  afsláttar strika gjafa deskontu sustapen opari промо скидочный подарочный штрих почтовый бонусный реферальный
  пригласительный знижковий подарунковий поштовий пощенски подаръчен εκπτωτικός ταχυδρομικός жеңілдік пошта
  ფასდაკლების საფოსტო პრომო փոստային զեղչի पोस्टल डिस्काउंट कूपन रेफरल प्रोमो क्यूआर छूट ऑफर गिफ्ट इनवाइट ट्रैकिंग
  सवलत ডিসকাউন্ট কুপন রেফারেল প্রোমো পোস্টাল কিউআর অফার গিফট ડિસ્કાઉન્ટ કૂપન પ્રોમો રેફરલ પોસ્ટલ ਕੂਪਨ ਪ੍ਰੋਮੋ ਛੂਟ
  தள்ளுபடி கூப்பன் அஞ்சல் பரிந்துரை డిస్కౌంట్ కూపన్ ప్రోమో తగ్గింపు పోస్టల్ రెఫరల్ ರಿಯಾಯಿತಿ ಕೂಪನ್ ಪ್ರೋಮೋ ಅಂಚೆ
  ഡിസ്കൗണ്ട് കൂപ്പൺ പ്രൊമോ തപാൽ ڈسکاؤنٹ کوپن پروموشن پرومو پوسٹل ریفرل ቅናሽ ፖስታ
`);

/** After a word for "code", where a language puts it there: `code postal`. */
export const otherCodeKindsBehind = list(`${regional('otherKindsBehind')}
  review balance reviews города promosi undangan
  parrainage swift bic ifsc iban товару товар тауар замовлення клієнта سفارش booking pemesanan referensi buu dat ve
  commande reservation reserva prenotazione reservering bestelling
  cliente client clients kunde kunden klant avantage cupon coupon cupom sorteio sorteo concurso premio operacion
  operazione operation operacao операции приза клиента заказа товара купона скидки покупателя gd khach giam vach don
  pelanggan transaksi pemenang hadiah pengguna pesanan barang pos پیگیری رهگیری تخفیف مشتری قبض پستی الخصم خصم القسيمة
  العرض المنتج البريدي الطلب العميل المستخدم للخصم produit producto prodotto produto client cliente klienta zakaznika slevy
  rabatowy rabattowy kuponu musteri siparis urun indirim kampanya referenzia reference referencia riferimento referencia
  postal postale postali promo promotionnel promocional promozionale promocyjny barres barras barre reduction
  descuento desconto sconto rabatowy cadeau bancaire bancario fiscal fiscale pays pais
  regalo invitacion referido seguimiento rastreo pedido promocion tarifa vendedor afiliado localizador rastreio
  rastreamento convite indicacao oferta promocao invito offerta spedizione ordine promozione negozio filiale pratica
  univoco destinatario parrain suivi colis article guichet agence reduc fidelite invitation affilie naf ape
  promotionala promotional voucher produs comanda awb cadou tara discount rabatowego promocyjnego pocztowy kreskowy
  zniżkowy produktu polecający kraju błędu zboží objednávky zľavy pobočky popusta artikla региона страны подразделения
  партнера приглашения акции ошибки билета брони бронирования отслеживания сертификата подарка акції міста країни
  знижки бронювання посилки єдрпоу запрошення помилки отстъпка поръчка клиент продукт έκπτωσης προσφοράς προϊόντος
  πελάτη παραγγελίας κουπονιού κράτησης περιοχής postar zbritje promocionali promozzjonali skont punguzo posta
  disgownt gostyngiad poist lascaine descompte regal קופון הנחה הטבה מבצע לקוח פריט מוצר סניף דואר משלוח ترويجي
  الترويجي قسيمة كوبون الكوبون الإحالة إحالة الدعوة دعوة بريدي الفرع المتجر الشحنة التتبع تتبع الشركة المنطقة الدولة
  السلعة المرجع مرجعي المرجعي ملی اشتراک معرف دعوت پرسنلی شعبه کالا محصول اقتصادی ارجاع مرسوله پذیرش referral diskon
  kupon batang produk negara resi pembayaran bayar tiket cabang warna pajak diskaun baucar tempahan khuyến ưu giao hóa
  giới thuế
  post
`);

/** Scripts without spaces: words for another kind of code. */
export const otherCodeKindsInside = list(`
  订单码 訂單碼 รหัสพัสดุ 尺码 尺碼 鞋码 鞋碼 数码 數碼 乱码 亂碼 考点代码 门牌号码
  コードレス コード進行 レコード アコード 레코드 পোস্টকোড বারকোড ບາໂຄດ បាកូដ
  מיקוד
  末四码 末四碼 后四码 後四碼 尾码 尾碼 รหัสผู้ใช้ รหัสลูกค้า รหัสสินค้า รหัสส่วนลด รหัสไปรษณีย์ รหัสพนักงาน
  优惠码 優惠碼 折扣码 折扣碼 兑换码 邀请码 邀請碼 推荐码 推薦碼 号码 號碼 条码 條碼 二维码 扫码 邮政编码 编码 股票代码 证券代码 基金代码 产品代码
  クーポンコード バーコード 郵便番号 割引コード プロモコード 紹介コード QRコード ソースコード 쿠폰코드 할인코드 바코드 추천인코드 우편번호
  兌換碼 推广码 推廣碼 条形码 條形碼 二維碼 邮编 郵編 招待コード キャンペーンコード ギフトコード シリアルコード 友達コード ポイントコード 会員コード 銀行コード 支店コード 商品コード 店舗コード エラーコード
  カラーコード クーポン番号 추천코드 프로모션코드 초대코드 상품코드 은행코드 기프트코드 이벤트코드 รหัสอ้างอิง รหัสคูปอง รหัสโปรโมชั่น รหัสโปรโมชัน รหัสสาขา
  รหัสประเทศ รหัสร้าน รหัสสมาชิก รหัสคำสั่งซื้อ รหัสการจอง รหัสนักศึกษา โค้ดส่วนลด ລະຫັດໄປສະນີ ລະຫັດສ່ວນຫຼຸດ
  កូដបញ្ចុះតម្លៃ លេខកូដប្រៃសណីយ៍ ပရိုမိုကုဒ် လျှော့ဈေးကုဒ် בארקוד ברקוד بارکد باركود بارکوڈ बारकोड
  码头 碼頭 数码 數碼 起码 起碼 尺码 尺碼 筹码 籌碼 页码 頁碼 レコード コードレス ドレスコード 레코드 코드리스 드레스코드
`);

/** Stand between a word for "code" and its kind: `código de cupón`, `code for BIO 101`. */
export const kindLinks = list(`
  de do del di da des du la le el van voor fur za для of for do na
  wa ya ng av של
  за
`);

/** Signal an offer: what looks like a code is then one that saves money. */
export const offerWords = list(`${regional('offers')}
  reward rewards bonus prize prizes winner winners won jackpot casino rummy spins lottery lotto gratis freebie presale
  tickets voucher bon gutscheine hadiah menang undian
  off discount sale coupon voucher checkout offer offers cashback promo promotion deal deals save savings shop rabatt
  rabat gutschein korting remise reduction promotion descuento oferta rebaja sconto offerta desconto promocao cupom
  slevu sleva zlava kedvezmeny reducere popust alennus alekoodi rabattkod indirim indirimi kampanya скидка скидку скидки
  промокод знижка знижку отстъпка εκπτωση diskon potongan giam khuyen diskaun diskwento خصم الخصم تخفیف छूट
  kortingscode tarjous tarjoukset allahindlus soodustus atlaide nuolaida akció akciós ofertë zbritje знижки акция
  акции акція знижкою προσφορά προσφορές fırsat hediye endirim kampaniya chegirma акциясы жеңілдік хөнгөлөлт
  ფასდაკლება ფასდაკლებით զեղչ הנחה הנחות מבצע קופון הטבה عرض عروض العرض تخفيضات تخفیفی رعایت ڈسکاؤنٹ डिस्काउंट ऑफर
  कूपन कैशबैक सवलत ছাড় অফার ডিসকাউন্ট કૂપન ઓફર ડિસ્કાઉન્ટ ਛੂਟ ਆਫਰ தள்ளுபடி சலுகை తగ్గింపు ఆఫర్ డిస్కౌంట్ ರಿಯಾಯಿತಿ
  ಆಫರ್ കിഴിവ് ഓഫർ promosi ofa punguzo ቅናሽ descompte afsláttur afsláttar disgownt lascaine deskontu
`);

/** The same for scripts without spaces. */
export const offerWordsInside = list(`
  优惠 優惠 折扣 折 券 红包 クーポン オフ 割引 쿠폰 할인 ส่วนลด ลด
  抽奖 抽獎 大獎 セール キャンペーン 할인쿠폰 세일 โปรโมชั่น คูปอง ສ່ວນຫຼຸດ បញ្ចុះតម្លៃ လျှော့ဈေး
`);

/** Say that the message gives something worth money or to pass on to friends, unless it also mentions signing in. */
export const voucherWords = list(`
  voucher vouchers coupon coupons discount promo referral refer invite gift gutschein gutscheincode rabatt rabattcode
  cupon cupom descuento desconto sconto buono kupon indirim скидка скидку скидки промокод купон знижка zlava slevu sleva
  kedvezmeny popust reducere rabat korting kortingscode
  kortingsbon cadeaubon kuponki lahjakortti alennuskoodi presentkort gavekort ajándékutalvány indirimi hediye купона
  отстъпка έκπτωση κουπόνι הנחה קופון كوبون قسيمة voucer baucar diskon
`);

/** Things that have a code of their own, beginnings of words: `Kod tovaru`, `Termékkód`, `area code`. */
export const codedThings = list(`
  produ produk prodot artik artic articul varor vare toote termek tuote prek prece tovar товар тауар izdel proizv проду произв
  вироб urun mahsul transac transak transaz tranzak транзак klient client kunde asiakas ugyfel zakazn zakazc
  клиент клиен клієн abonent абонент consumer उपभोक्ता ग्राहक potros odber mokejo moketo upobhok local entidad kendra केंद्र
  కేంద్ర zentrum filial branch biller vendor supplier dobav izvor zdroj zrod исходн вихідн изходн source fuente kilde lahde
  dress vestim area alan vung kawasan region miesto mesta miasta города міста град city std шахар شهر country imposto налог porez
  posta pasto posht поштов почтов пощен ταχ streepjes svitr viiva strich streck streg vonal 
`);
