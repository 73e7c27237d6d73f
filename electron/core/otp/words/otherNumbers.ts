import { list } from './list.ts';
import { regional } from './regional.ts';

// Words that stand around a number that is no code.

/** Directly before a number, or with a filler between: it is an order, an account, a phone number, money, a time. */
export const notCodeBefore = list(`${regional('notBefore')}
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
  ordernummer kundnummer bokningsnummer kortnummer belopp faktura referens bankgiro ordrenummer ordre kundenummer
  beløb beløp referanse kontonr tilaus tilausnumero tilausnumerosi puhelin puhelinnumero summa viite viitenumero
  kortti kortin tili tilin asiakasnumero tilinumero tellimus tellimuse tellimusnumber viitenumber arve kaardi konts
  konta kartes tālrunis pasūtījums pasūtījuma rēķins rēķina sąskaita sąskaitos kortelė kortelės telefonas suma
  užsakymas užsakymo kwota kwotę rachunek zamówienia przesyłka przesyłki paczka paczki nrb zgłoszenie účet účtu
  objednávka objednávky částka částku sumu zásilka zásilky zásielka faktury symbol zůstatek zostatok rendelés számla
  összeg kártya telefonszám rendelésszám számlaszám bankkártya ügyfélszám csomagszám comanda comenzii cont contul
  cardul telefon račun računa kartica kartice kartici iznos narudžba narudžbe porudžbina pošiljka znesek naročilo
  naročila рачун картица износ поръчка поръчката сметка сума пратка фактура llogaria shuma porosia telefoni λογαριασμό
  λογαριασμός λογαριασμού κάρτα κάρτας ποσό ποσού τηλ τηλέφωνο παραγγελία παραγγελίας αποστολή υπόλοιπο телефон
  телефону заявка заявки договора счета рейс посылка накладная инн рахунок рахунку картка картки картку замовлення
  посилка договору ттн шот тапсырыс hisob buyurtma hesap hesabı tutar tutarı sipariş bakiye fatura müşteri abone şube
  hesab məbləğ sifariş ანგარიში ბარათი თანხა ტელეფონი შეკვეთა հաշիվ քարտ գումար պատվեր حسابك بطاقتك مبلغ المبلغ بمبلغ
  رصيد الرصيد رصيدك الطلب طلبك فاتورة الفاتورة شحنة الشحنة مرجع المرجع اتصل للاتصال بقيمة کارت موجودی تلفن سفارش
  مرسوله مانده فاکتور واریز برداشت اکاؤنٹ کارڈ آرڈر بیلنس فون اڪائونٽ חשבון כרטיס סכום טלפון הזמנה יתרה חשבונית משלוח
  בסך טל סניף חיוב फोन फ़ोन मोबाइल खाता खाते खात्यात कार्ड ऑर्डर आर्डर राशि रक्कम संदर्भ रेफरेंस बिल कॉल रुपये रु
  बैलेंस शेष रकम অ্যাকাউন্ট একাউন্ট হিসাব কার্ড ফোন মোবাইল অর্ডার ব্যালেন্স পরিমাণ টাকা ખાતા ખાતું કાર્ડ ફોન મોબાઇલ
  ઓર્ડર રકમ ਖਾਤਾ ਖਾਤੇ ਕਾਰਡ ਫੋਨ ਆਰਡਰ கணக்கு அட்டை கார்டு தொலைபேசி மொபைல் ஆர்டர் தொகை ரூ ఖాతా కార్డ్ కార్డు ఫోన్ మొబైల్
  ఆర్డర్ మొత్తం రూ ಖಾತೆ ಕಾರ್ಡ್ ಫೋನ್ ಮೊಬೈಲ್ ಆರ್ಡರ್ ಮೊತ್ತ ರೂ അക്കൗണ്ട് കാർഡ് ഫോൺ മൊബൈൽ ഓർഡർ തുക രൂ ගිණුම දුරකථන ඇණවුම රු
  akaun kartu jumlah telepon pesanan baki nominal tagihan faktur resi hubungi pelanggan rujukan sebesar senilai
  sebanyak pulsa khoản stk sđt gọi tk halaga tawag tumawag akaunti kadi simu kiasi salio piga tsh ሂሳብ ስልክ ካርድ ትዕዛዝ
  akhawunti ikhadi cyfrif cerdyn archeb cuntas kontua txartela targeta tarxeta teléfono monto folio expediente dni cif
  cedula rut guia rastreo telefone valor boleto protocolo cpf cnpj cep apolice entidade referencia conto importo
  spedizione pratica polizza prenotazione ordini dossier colis solde siret kaartnummer bestelnummer klantnummer
  telefoonnummer factuur factuurnummer zaaknummer polis bestellnummer auftragsnummer kundennummer rechnungsnummer
  telefonnummer kartennummer sendungsnummer vorgangsnummer vertragsnummer buchungsnummer ticketnummer rufnummer
  vorgang sendung vertrag summe guthaben kontostand blz aktenzeichen reikningur reikning sími pöntun upphæð telefown
  telefoon
  objednávku objednávce objednávke objednávkou zamówieniu zamówieniem paczkę narudžbu narudžbi narudžbom porudžbinu
  porudžbine naročilu naročilom rendelése rendelését megrendelés foglalás поръчки поръчките нарачка нарачката нарачки
  поруџбина поруџбину поруџбине замовленню заказу заказом заказе заказы заказов заявку заявке билет билета замова
  замовы рахунком сметката фактурата užsakymą užsakymui pasūtījumu pasūtījumam rēķinu tellimust tellimusele arvet
  tilauksen tilausta laskun lasku beställning beställningen bestilling bestillingen ordern fakturan pöntunar
  reikninginn ordú παραγγελίες comenzi facturii colete colet porosi porosinë
`);

/** Directly before a number: not a code, unless a word for "code" comes first (some mean "is" elsewhere). */
export const weakNotCodeBefore = list(`
  on to sms text line stop only just over than us user try e en y i et po st win and und og och ve
  नंबर नम्बर নম্বর નંબર ਨੰਬਰ எண் నంబర్ ಸಂಖ್ಯೆ നമ്പർ nomor nombor номер رقم شماره מספר numer број broj číslo
`);

/** The same for scripts without spaces: the letters that end right before the number. */
export const notCodeBeforeInside = list(`${regional('notBeforeInside')}
  反诈 反詐 报警 報警 请拨 請撥 拨
  电话 電話 热线 熱線 客服 拨打 致电 回复 回復 发送 尾号 尾號 卡号 账号 賬號 帳號 账户 订单 訂單 单号 單號 编号 編號 流水号 金额 余额 余額
  人民币 共 満 满 至 电话号码 電話番号 口座 注文番号 予約番号 会員番号 お問い合わせ先 残高 주문번호 예약번호 계좌 고객센터 전화 잔액 운송장
  หมายเลขโทรศัพท์ บัญชี โทร ยอดเงิน खाता खाते कॉल
  来电 來電 短号 房号 房號 邮编 郵編 末四位 尾数 尾數 户口 戶口 帐户 帳戶 賬戶 运单 運單 车牌 車牌 航班 消费 消費 支出 转账 轉賬 轉帳 港幣 台幣 口座番号 合計 金額 受付番号 管理番号 伝票番号 追跡番号
  お客様番号 契約番号 問い合わせ番号 問合せ番号 카드번호 금액 전화번호 계좌번호 송장번호 회원번호 고객번호 접수번호 대표번호 เบอร์ ออเดอร์ คำสั่งซื้อ เลขที่ จำนวน พัสดุ
  อ้างอิง เลขบัตร ເບີໂທ ບັນຊີ ຈຳນວນ លេខទូរស័ព្ទ គណនី ចំនួន ဖုန်း အကောင့် ဖုန်းနံပါတ်
`);

/** Stand between such a word and its number: `order no. 123`, `card ending in 1234`. */
export const fillers = list(`${regional('numberFillers')}
  starting starts beginning begins
  no nos num nr number numbers nummer numero ending ends ended in with is id of the us me anytime номер
  code-nr value was for your a sa en auf mit op par med на بـ ب
  رقم برقم رقمه מספר номером номеру nomor nombor numri numărul nro zenb numru namba nambari число numara numarası नंबर
  नम्बर संख्या क्रमांक নম্বর নং নাম্বার નંબર ਨੰਬਰ எண் నంబర్ నెంబర్ ಸಂಖ್ಯೆ നമ്പർ අංකය အမှတ် номерлі нөмірі nömrəli
  numer numeru numerem číslem číslom brojem brojom številko številki номерът номера бројот бројем нумар numerolla
  numerot numerį numuru numurs număr numărului númerið uimhir rhif numrin numbriga numbri számú számmal
`);

/** Directly after a number: it is money, a duration, a time or a quantity. */
export const notCodeAfter = list(`${regional('notAfter')}
  usd eur gbp inr rs aed sar chf sek nok dkk pln euro euros dollars dollar pounds rupees kr zl kc ft lei tl руб
  рублей грн 元 円 원 cash dr bonus min mins minute minutes minuten minuti minutos minuter minut minuta minuty hours
  hour hrs hr stunden uur heures horas days day tage dagen jours dias giorni sec secs seconds sekunden seconden
  secondes segundos secondi weeks months years минут минуты часов дней хвилин dakika menit phut perc 分 分钟 分鐘 秒 分間
  분 小时 時間 นาที मिनट am pm hs uhr gmt utc km kg kb mb gb tb mbps ml cm mm miles points punkte punten pts coins
  steps items products people times characters free percent prozent ppm pence off views nd rd th street road ave
  avenue strasse degrees txt texts msgs credits rewards
  minuuttia tuntia sekuntia päivää euroa kpl timmar dagar kronor sekunder minutter timer dage dager kroner mínútur
  mínútum klukkustundir krónur minutit tundi sekundit eurot minūtēm stundas dienas eiro minučių valandas valandų dienų
  eurų godzin godziny dni złotych złote groszy hodin hodiny korun percig óráig forint másodperc zile ron secunde sati
  dinara kuna eura evrov sekundi сати минута дана динара часа дни лева лв секунди мин сек хв годин днів гривень секунд
  час дня день р рубля рублях шт баллов бонусов хвілін гадзін рублёў сағат тг теңге күн мүнөт саат сом daqiqa soat сўм
  дақиқа сомонӣ төгрөг цаг хоног λεπτά λεπτών ώρες ωρών ευρώ ημέρες δευτερόλεπτα gün lira saniye adet puan dəqiqə
  manat წუთი წუთის წუთში ლარი საათი წამი րոպե րոպեի ժամ դրամ דקות שעות ימים שניות שקל שקלים נקודות دقيقة دقائق دقيقه
  ساعة ساعات ساعه أيام ايام ثانية ثواني ثوان ريال درهم دينار جنيه جنيها ليرة دولار نقطة نقاط دقیقه تومان ریال ثانیه
  هزار میلیون منٹ گھنٹے روپے سیکنڈ دقیقې افغانی मिनटों घंटे घंटों रुपये रुपए रु दिन दिनों सेकंड सेकेंड बजे मिनिटे
  मिनिटांत तास दिवस सेकंद मिनेट घण्टा रुपैयाँ মিনিট মিনিটের ঘণ্টা ঘন্টা টাকা দিন সেকেন্ড મિનિટ કલાક રૂપિયા દિવસ સેકન્ડ
  ਮਿੰਟ ਘੰਟੇ ਰੁਪਏ ਦਿਨ ମିନିଟ୍ ମିନିଟ ଘଣ୍ଟା ଟଙ୍କା நிமிடங்கள் நிமிடங்களில் நிமிடம் மணிநேரம் ரூபாய் நாட்கள் விநாடிகள்
  మినిట్స్ నిమిషాలు నిమిషాల గంటలు గంటల రూపాయలు రోజులు సెకన్లు ನಿಮಿಷ ನಿಮಿಷಗಳು ನಿಮಿಷಗಳಲ್ಲಿ ಗಂಟೆ ಗಂಟೆಗಳು ರೂಪಾಯಿ മിനിറ്റ്
  മിനിറ്റിനുള്ളിൽ മണിക്കൂർ രൂപ ദിവസം මිනිත්තු විනාඩි පැය රුපියල් ชั่วโมง บาท วัน วินาที ນາທີ ຊົ່ວໂມງ ກີບ នាទី ម៉ោង រៀល
  ដុល្លារ မိနစ် နာရီ ကျပ် ရက် giây đồng giờ nghìn triệu vnđ jam hari detik rupiah ribu juta rb jt poin orang minit
  ringgit minuto oras araw piso segundo masaa siku shilingi sekunde ደቂቃ ደቂቃዎች ሰዓት ብር daqiiqo daqiiqadood saacadood
  maalmood mintuna awanni kwanaki naira iseju imizuzu amahora izinsuku minitra ariary iminota amasaha iminsi frw
  maminitsi mphindi munud nóiméad sigħat ewro minutten stonnen rand goud hores ポイント 件 回 名 日 点 個 歳 秒間 円分 小時 天 次 块 塊 条
  積分 积分 點 岁 年 시간 일 초 초간 명 회 점 포인트 개 건 분간
`);

/** Ask for a message or a call to a number: `text MIX to 85069`. */
export const sendVerbs = list(`
  text txt send reply call dial fwd forward envia envie envoyez stuur sende sendet invia wyslij отправьте
  kirim gui goi
`);

/** Join such a verb to a number: `text MIX to 85069`. */
export const sendLinks = list('to para a al au an na naar til till ke на до pe la no number');
