import { list } from './list.ts';

// Words for codes that nobody signs in with.

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

/** Say that the message gives something worth money or to pass on to friends, unless it also mentions signing in. */
export const voucherWords = list(`
  voucher vouchers coupon coupons discount promo referral refer invite gift gutschein gutscheincode rabatt rabattcode
  cupon cupom descuento desconto sconto buono kupon indirim скидка скидку скидки промокод купон знижка zlava slevu sleva
  kedvezmeny popust reducere rabat korting kortingscode
`);
