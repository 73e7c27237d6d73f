import { plain } from '../list.ts';

/** Banks, wallets, bills: amounts, references, account numbers, balances. */
export const money = plain({
  en: [
    'QL71XKD93P Confirmed. You have received Ksh1,250.00 from PETER OTIENO 0722555014 on 12/3/26 at 6:42 PM. New M-PESA balance is Ksh4,820.55.',
    'QL82MNB04R Confirmed. Ksh300.00 paid to BARAKA STORES. on 13/3/26 at 9:05 AM. New M-PESA balance is Ksh4,513.55. Transaction cost, Ksh0.00.',
    'Payment made for GHS 120.00 to KOFI MENSAH. Current Balance: GHS 482.10. Reference: rent. Transaction ID: 30291748205. Fee charged: GHS 1.20.',
    'Acct: 012****891 Amt: NGN25,000.00 DR Desc: NIP TRF TO ADA O. Date: 12-Mar-2026 18:42 Bal: NGN148,201.77',
    "Y'ello! You have transferred N500 airtime to 08031234567. Transaction ID 2026031218420193.",
    'Oakline Bank: your balance on account ...3391 is £482.10 as of 09:00 on 12/03/26.',
    'Direct debit of £38.00 to EASTMOOR WATER (ref 4820193) will leave your account on 1 April.',
    'Your credit score is 748, up 12 points since February. See why in the app.',
    'Statement ready: total due $1,482.09, minimum $35.00, due 04/15/26, account ending 4417.',
    'You sent $40.00 to Dana. Confirmation number 8KD72MX. Fee $0.00.',
    'Cash withdrawal AED 500.00 from ATM 4471 Marina Walk with card 0926 on 12/03/2026 18:42. Avl bal AED 3,482.10',
    'Your tax reference 1029384756 has been issued. Keep this number for your records.',
    'EFT of R1 250.00 to ZAMA (beneficiary 0193) was successful. Ref: RENT MAR. Available R4 820.15',
    'Premium of $48.20 for policy 20938841 was received. Receipt no 77120345.',
    'Your electricity token 4820 1937 7120 3456 7890 for meter 01427738291. Units 48.2 kWh. Amount 1,000.',
    'BTC is at 68,204.50 USD (+3.1%). ETH 3,482.10. Trade now in the app.',
  ],
  'en-IN': [
    'Sent Rs.480.00 from Sagar Bank A/C x3391 to chaiwala@okpay on 12/03/26. UPI Ref 607155501472. Not you? SMS BLOCK 3391 to 9223344556',
    'Alert: Your a/c no. XXXXXXXX2210 is debited by Rs 1,499.00 on 12Mar26 trf to STREAMLY Refno 607182019372.',
    'INR 899.00 spent on Sagar Credit Card XX4471 on 12-Mar-26 at BAZARO. Avl Lmt: INR 48,213.00. To dispute call 18002662/SMS BLOCK 4471 to 9215676766',
    'Rs 2000 withdrawn at ATM S1AN04820193 from A/cX3391 on 12Mar26. Txn#7182. Avbl Bal Rs 14820.10',
    'EMI of Rs.5,820 for loan a/c 482019377 due on 05-04-26. Keep sufficient balance. Ignore if paid.',
    'Cheque no. 048201 for Rs.25,000 deposited in A/c XX2210 is sent for clearing.',
    'EPFO: Passbook balance against MHBAN00482010000093771 is Rs. 1,48,201. Contribution of Rs. 3,600 for due month 02-26 received.',
    'ITR for PAN ABXXXXX12K and AY 2026-27 processed. Ack no 482019377120326. Refund Rs 4,820.',
    'FASTag: Rs.85.00 deducted at Lonavala Toll for MH12AB4820 on 12-03-2026 09:41:22. Bal Rs.482.10',
    'Mandate of Rs.199 for STREAMLY (UMRN SAGB7011203260048201) created successfully. -Sagar Bank',
  ],
  de: [
    'Kartenzahlung 129,99 EUR BUCHHAUS 12.03.2026 18:42, Karte **** 6612. Nicht Sie? 030 5550147',
    'Rechnung RE-2026-04820 über 89,50 € ist am 15.04. fällig. Verwendungszweck 77120345.',
  ],
  fr: [
    'Virement de 320,00 EUR reçu de M. ROUX. Réf. 4820193771. Solde au 12/03 : 1 482,10 EUR.',
    'Votre facture n°77120345 de 48,20€ sera prélevée le 05/04.',
  ],
  es: [
    'Bizum recibido: 25,00 EUR de ANA G. Concepto: cena. Ref 4820193.',
    'Su factura 2026-0482 de 38,90 EUR se cargara el 05/04 en su cuenta ES..3391.',
  ],
  'es-MX': [
    'Transferencia SPEI enviada por $5,000.00 a cuenta ***3391. Clave de rastreo 2026031240014BET0000482019377. Banco Jacaranda',
    'Pago recibido. Folio de autorizacion 048213. Saldo al corte $1,482.00',
  ],
  'pt-BR': [
    'Boleto de R$ 189,90 vence em 05/04. Codigo de barras 34191.79001 01043.510047 91020.150008 5 90000018990',
    'Saque de R$ 500,00 no terminal 4471. Saldo R$ 1.482,10.',
  ],
  'pt-PT': [
    'Pagamento de serviços: Entidade 20481, Referência 937 712 034, Valor 48,20 EUR. Válido até 31-03-2026.',
    'Levantamento de 60,00 EUR na caixa 4471 em 12-03 às 18:42.',
  ],
  it: [
    'Prelievo di 100,00 EUR ATM 4471 il 12/03 ore 18:42 con carta *6610.',
    'Fattura 2026/0482 di 48,20 EUR in scadenza il 05/04. Codice cliente 77120345.',
  ],
  nl: [
    'U heeft € 34,95 betaald bij BLOEMENHUIS met pas 720. Saldo € 482,10.',
    'Factuur 20260482 van € 89,50 staat klaar. Betalingskenmerk 4820 1937 7120 3456.',
  ],
  sv: ['Du har betalat 349 kr till SKOGSHANDEL. OCR 48201937712. Saldo 1 482,10 kr.'],
  da: ['Du har modtaget 250 kr. fra Ida. Saldo 1.482,10 kr. Ref. 482019.'],
  nb: ['Faktura på 599,00 kr med KID 4820193771203 forfaller 05.04.2026.'],
  fi: ['Lasku 48,20 EUR erääntyy 5.4.2026. Viitenumero 48201 93771.', 'Tilillesi FI..3391 on saapunut 250,00 EUR.'],
  cs: [
    'Platba kartou 459,00 Kc, HRACKY, 12.03. 18:42. Zustatek 4 820,15 Kc.',
    'Faktura c. 2026048201 splatna 5.4., VS 77120345.',
  ],
  sk: ['Vyber z bankomatu 100 EUR, karta **7719, zostatok 482,10 EUR.'],
  hu: ['Kártyás vásárlás: 12.990 Ft, KÖNYVSAROK, 2026.03.12 18:42. Egyenleg: 148.201 Ft.'],
  ro: ['Plata 89,99 RON cu cardul *3391 la MAGAZIN SALCIA, 12.03.2026 18:42. Sold 1482,10 RON.'],
  bg: ['Теглене 100,00 лв. от АТМ 4471, карта *4417. Наличност 482,10 лв.'],
  sr: ['Iznos 2.490,00 RSD, kartica *3391, 12.03.2026. u 18:42. Raspoloživo 14.820,10 RSD.'],
  hr: ['Isplata 100,00 EUR na bankomatu 4471. Stanje 482,10 EUR. Poziv na broj HR00 4820-1937.'],
  el: ['Αγορά 120,00€ με την κάρτα *3318 στις 12/03 18:42. Υπόλοιπο 482,10€.'],
  ru: [
    'СЧЁТ 3391 18:42 Покупка 1299р OZERO.SHOP Баланс: 48201.93р',
    'Зачисление зарплаты 48 201,93 р. Карта *5571. Код операции 7712.',
  ],
  uk: ['Зарахування 5000.00UAH 12.03 18:42 від ІВАН П. Баланс 8482.10UAH. Квитанція 77120345'],
  kk: ['Карта *3391: сатып алу 4 990 тг, қалдық 48 201 тг. 12.03.2026 18:42'],
  tr: [
    '3391 ile biten hesabiniza 1.500,00 TL gelmistir. Ref no 482019377. Bakiye 4.820,15 TL B002',
    'Faturanız 248,20 TL, son ödeme 05.04.2026. Abone no 77120345.',
  ],
  ar: [
    'تم إيداع مبلغ 5,000.00 درهم في حسابك رقم ***3391 بتاريخ 12-03-2026. رقم المرجع 482019377',
    'فاتورتك رقم ٧٧١٢٠٣٤٥ بمبلغ ٤٨٫٢٠ ريال مستحقة في ٠٥/٠٤/٢٠٢٦',
  ],
  fa: [
    'واریز: 2,450,000 ریال\nحساب 3391\nکد پیگیری 482019377\nمانده 24,820,193',
    'قبض شما به مبلغ ۴۸٬۲۰۰ تومان. شناسه پرداخت ۷۷۱۲۰۳۴۵',
  ],
  he: ['בוצעה רכישה בסך 189.90 ש"ח בכרטיס המסתיים ב-4417. אסמכתא 482019.'],
  hi: [
    'आपके बिजली बिल रु 1,840 का भुगतान हो गया है। रसीद संख्या 77120345. उपभोक्ता क्रमांक 482109377',
    'आपके खाते में 5,000 रुपये जमा हुए। आईएमपीएस संदर्भ 607182019372',
  ],
  mr: ['तुमच्या खात्यातून रु. 1,500 वजा झाले. संदर्भ क्र. 607182019372. शिल्लक रु. 48,201'],
  bn: [
    'আপনার অ্যাকাউন্ট থেকে ৳1,500.00 কাটা হয়েছে। TrxID AKD7XQ92MP. ব্যালেন্স ৳4,820.15',
    'Cash Out Tk 1,000.00 to 01712345678 successful. Fee Tk 18.50. Balance Tk 482.10. TrxID 9KD72MXQ1P at 12/03/2026 18:42',
  ],
  ta: ['உங்கள் கணக்கு XX3391 இல் இருந்து ரூ.1,500 பற்று வைக்கப்பட்டது. Ref 607182019372.'],
  te: ['మీ ఖాతా XX3391 నుండి రూ.1,500 డెబిట్ అయింది. Ref 607182019372. బ్యాలెన్స్ రూ.48,201'],
  ur: ['آپ کے اکاؤنٹ سے 1,500 روپے منتقل ہوئے۔ ٹرانزیکشن آئی ڈی 482019377۔'],
  id: [
    'Pembayaran PLN Rp 248.201 berhasil. Token listrik 4820-1937-7120-3456-7890. Ref 77120345.',
    'Trx Rek 0193: transfer masuk Rp 2.500.000 12/03/26 18:42. Saldo Rp 4.820.193',
  ],
  ms: ['Bayaran bil RM48.20 diterima. No. resit 77120345. Baki RM482.10.'],
  vi: [
    'Tai khoan 0193xxx391 +2,000,000VND. ND: luong T3. Ma GD 48201937. SD 14,820,193VND',
    'Hóa đơn tiền điện tháng 3: 482.000đ, mã khách hàng PE0482019377.',
  ],
  th: [
    'ถอนเงิน 1,000.00 บ. จากบัญชี x-3391 ที่ ATM 4471 เวลา 18:42 เหลือ 4,820.15 บ.',
    'ค่าไฟเดือน 03/69 จำนวน 848.20 บาท รหัสผู้ใช้ 77120345 ครบกำหนด 05/04/69',
  ],
  tl: [
    'You have received PHP 500.00 of GCoin from JU** D. 0917*****14. Ref. No. 4820193771203. Ang bagong balanse ay PHP 1,482.10.',
  ],
  sw: [
    'RKD72MXQ1P Imethibitishwa. Tsh50,000 imetumwa kwa ASHA M 255754123456 tarehe 12/3/26. Salio Tsh148,201. Ada Tsh600.',
    'Umepokea TZS 20,000 kutoka 0754123456. Kumbukumbu no. 48201937712. Salio jipya TZS 68,201.',
  ],
  am: ['ከሂሳብዎ 1,500.00 ብር ወጪ ተደርጓል። ቀሪ 4,820.15 ብር። የግብይት ቁጥር FT26071K8D2X'],
  'zh-CN': [
    '【柏林银行】您尾号3391的信用卡本期账单4,820.15元，最低还款482.02元，到期还款日04月05日。',
    '【电力公司】户号4820193771，本期电费148.20元，余额12.05元。',
  ],
  'zh-TW': ['山茶銀行：您的信用卡末四碼4417於03/12 18:42消費NT$2,490，如有疑問請洽02-5550-1470。'],
  ja: [
    '【椿銀行】3月12日 18:42 カード(末尾4417)で3,980円のご利用がありました。',
    '電気料金4,820円のお支払期限は4月5日です。お客様番号 77120345',
  ],
  ko: [
    '[동백은행] 입금 1,500,000원 잔액 4,820,150원 03/12 18:42 계좌 391-****-3391',
    '[전기요금] 3월분 48,200원, 고객번호 0482019377, 납기일 04/05',
  ],
});
