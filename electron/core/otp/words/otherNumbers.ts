import { list } from './list.ts';

// Words that stand around a number that is no code.

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

/** Ask for a message or a call to a number: `text MIX to 85069`. */
export const sendVerbs = list(`
  text txt send reply call dial fwd forward envia envie envoyez stuur sende sendet invia wyslij отправьте
  kirim gui nhan goi
`);
