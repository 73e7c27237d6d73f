import { plain } from '../list.ts';

/** Other languages without a code. */
export const world = plain({
  de: [
    'Ihre Sendung 00340434161094042557 wird heute zwischen 12:00 und 14:00 zugestellt.',
    'Spare jetzt 20 % mit dem Gutscheincode FRUEHLING20. Nur bis 31.03.2026!',
    'Geben Sie Ihre PIN oder TAN niemals weiter. Bei Fragen: 030 5550147.',
    'Ihr Konto DE..4417 wurde mit 1.250,00 EUR belastet. Kontostand: 3.482,10 EUR.',
    'Treffen wir uns um 1830 in Raum 2044?',
    'Ihr Code ist abgelaufen. Bitte fordern Sie einen neuen an.',
    'Termin am 15.04.2026 um 10:30 Uhr bei Dr. Vogel, Hauptstr. 112, 50667 Köln.',
  ],
  fr: [
    'Votre colis 6A20481937712 est arrivé au point relais. Ouvert de 9h à 19h.',
    'Profitez de -30% avec le code promo PRINTEMPS30 jusqu’au 31/03.',
    'Ne communiquez jamais vos codes. Votre banque ne vous les demandera jamais. Tél. 01 55 50 01 47.',
    'Paiement de 89,90€ par carte ***5523 le 12/03/2026 chez LA MAISON BLEUE.',
    'Le code postal de la salle est 75011, rdv à 20h30',
    'Votre rendez-vous du 14/05 à 9h15 est confirmé. Dossier n° 482093.',
  ],
  es: [
    'Compra de 45,60 EUR con tu tarjeta *8812 en TIENDA VERDE el 12/03 a las 18:42. Si no la reconoces llama al 900 555 014.',
    'Usa el código VERANO25 y llévate un 25% de descuento.',
    'Tu pedido 20481793 ya está en camino. Llega hoy entre las 15 y las 18 h.',
    'Nunca te pediremos tu clave ni tu PIN por teléfono.',
    'El código postal es 28013, quedamos a las 2030',
  ],
  'es-MX': [
    'Banco Jacaranda: retiro por $2,000.00 MXN en cajero 4471 el 12/mar/2026 09:41. Folio 8820193.',
    'Recarga de $100 exitosa al 5512345678. Folio 930412.',
  ],
  'pt-BR': [
    'Compra aprovada no cartao final 3307 de R$ 249,90 em 12/03 as 14:05. Loja MERCADO SOL.',
    'Use o cupom BEMVINDO10 e ganhe 10% de desconto na primeira compra.',
    'Pix recebido: R$ 350,00 de Joao S. em 12/03/2026. ID E20481937720260312.',
    'Nunca informe sua senha ou codigo de seguranca a terceiros. Central 4004 1234.',
    'Seu protocolo de atendimento e 20260312048213.',
  ],
  it: [
    'Addebito di 59,00 EUR su carta *6610 il 12/03/2026. Se non lo riconosci chiama 800 555014.',
    'Solo oggi -40% con il codice sconto PRIMAVERA40.',
    'La tua spedizione 1Z204817 sarà consegnata domani tra le 9 e le 13.',
    'Il CAP è 00184, ci vediamo alle 1930',
  ],
  nl: [
    'Je pakket 3SABCD2048193 wordt vandaag bezorgd tussen 14:00 en 16:00.',
    'Gebruik kortingscode LENTE15 voor 15% korting.',
    'Deel nooit je pincode of inlogcode. De bank vraagt hier nooit om.',
  ],
  pl: [
    'Twoja paczka 620481937712345678901234 czeka w punkcie. Odbierz do 15.04.2026.',
    'Rabat -20% z kodem WIOSNA20 do konca marca!',
    'Wplata 350,00 PLN na rachunek ..4490. Saldo 1 482,10 PLN.',
  ],
  ru: [
    'Карта *5571: покупка 1 890 р в KNIGOLAND. Баланс 12 450,33 р.',
    'Скидка 25% по промокоду ВЕСНА25 до 31.03!',
    'Никому не сообщайте код из СМС. Сотрудники банка его не спрашивают. Тел. 88005550147.',
    'Ваш заказ 20481937 готов к выдаче по адресу ул. Ленина, 44. Режим работы 9:00-21:00.',
    'Встречаемся в 1830, кабинет 2044',
    'Поступление 15 000р от Иван П. Баланс: 48 213р 14:05',
  ],
  uk: ['Списання 450.00UAH, картка *7719, ATB 1123. Залишок 3482.10UAH', 'Знижка 30% за промокодом VESNA30'],
  tr: [
    'Kargonuz 20481937712 bugün teslim edilecektir.',
    '4417 ile biten kartınızdan 459,90 TL harcama yapılmıştır. 12.03.2026 14:05',
    'BAHAR20 kodu ile %20 indirim! Son gün 31.03.',
  ],
  ar: [
    'تم خصم 250.00 ريال من بطاقتك المنتهية بـ 8841 في 12/03/2026. الرصيد 4,820.15',
    'استخدم كود الخصم SAVE20 واحصل على خصم 20٪',
  ],
  fa: ['برداشت: 1,500,000\nمانده: 24,820,193\n1404/12/21-14:05', 'شماره سفارش شما ۲۰۴۸۱۹۳ ثبت شد.'],
  hi: [
    'आपके खाते XX2210 से रु 2,500 डेबिट हुए। UPI Ref 607120938841. शेष राशि रु 48,213',
    'अपना OTP या PIN किसी को न बताएं। बैंक कभी नहीं पूछता। शिकायत के लिए 1930 पर कॉल करें।',
    'कल 1830 बजे मिलते हैं, कमरा नंबर 2044',
  ],
  sw: [
    'QK7ABC12DE Confirmed. Ksh500.00 sent to JANE WANJIKU 0712345678 on 12/3/26 at 2:05 PM. New M-PESA balance is Ksh1,482.10. Transaction cost, Ksh7.00.',
    'SLK4820XYZ Imethibitishwa. Umepokea Ksh2,000.00 kutoka JUMA ALI 0722000111 tarehe 12/3/26 saa 2:05 PM. Salio jipya ni Ksh3,482.10.',
    'Umenunua umeme TZS 10,000. Kumb. 930412. Usimpe mtu yeyote namba yako ya siri.',
    'Salio lako ni TZS 48,213. Piga *150*00# kwa huduma zaidi.',
  ],
  id: [
    'Transaksi Rp 1.500.000 dari kartu **4417 tgl 12/03/26 berhasil. Ref 20481937.',
    'Pakai kode promo HEMAT50 dan dapatkan diskon 50%!',
    'Jangan berikan kode OTP atau PIN kepada siapa pun. Call center 1500123.',
  ],
  ms: ['RM120.50 telah didebit dari akaun ***4417 pada 12/03/26. Hubungi 03-5550 1234 jika bukan anda.'],
  vi: [
    'TK 0123xxx789 -1,500,000VND luc 12/03/2026 14:05. SD 24,820,193VND. Ref 930412.',
    'Nhập mã GIAM30 để giảm 30% cho đơn hàng hôm nay!',
  ],
  th: ['เงินเข้าบัญชี X-4417 จำนวน 1,500.00 บาท วันที่ 12/03/69 14:05 คงเหลือ 48,213.55', 'ใช้โค้ด SAVE20 ลด 20% วันนี้เท่านั้น'],
  'zh-CN': [
    '【柏林银行】您尾号3347的账户3月12日14:05支出128.00元，余额4820.15元。',
    '【橙子网】您的快递已到达，单号75204819377120，请及时领取。',
    '【云杉】请勿向任何人泄露您的验证码，客服不会索取验证码。客服电话4008001234。',
    '输入优惠码SPRING30立减30元！退订回T',
  ],
  ja: [
    'ご注文番号 2048-1937 の商品を発送しました。',
    'クーポンコード SPRING20 で20％オフ！3月31日まで。',
    '暗証番号やパスワードをお聞きすることはありません。お問い合わせ 0120-555-014',
  ],
  ko: [
    '[동백은행] 03/12 14:05 체크카드(4417) 45,600원 승인 잔액 482,130원',
    '[Web발신]\n고객님의 택배(운송장번호 620481937712)가 오늘 도착합니다.',
  ],
  tl: ['Load ng P100 ay matagumpay. Ref 930412048. Balanse: P148.20'],
  sv: [
    'Ditt paket 00373500204819377120 finns att hämta. Använd rabattkoden VAR20 för 20 % rabatt.',
    'Lämna aldrig ut din kod. Ring 0771-555 014.',
  ],
});
