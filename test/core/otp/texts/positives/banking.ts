import { coded } from '../list.ts';

/** Payments, transfers and cards: amounts, dates, accounts and telephone numbers stand beside the code. */
export const banking = coded({
  en: [
    '5820 | Marlow CU: 5820 is your passcode to send $75.00 to Priya N. (xxx-xxx-0148). Only enter it in the app.',
    '30918 | Card ending in 4417: your purchase of USD 62.10 at BRIGHT BIKES needs verification. Code 30918. Questions? 1-888-555-0133',
    '8840192 | Oakline Bank: authorisation number 8840192 for payee "T. Moreno", sort code 20-45-81, account ending 553.',
    '271640 | KES 3,500.00 to Till 556120 BARAKA STORES. Your OTP is 271640. Expires 12/03/2026 14:15.',
    '946013 | Do not disclose this OTP to anyone: 946013. Use it to complete your transfer of NGN25,000.00 to 0123456789.',
    '604288 | Zanele, your once-off PIN for R1 250.00 at CAPE SURF SHOP (card ...7714) is 604288. Call 0860 555 012 if this is not you.',
    '118372 | AED 349.00 at DESERT ROSE TRADING. Your OTP for card ending with 0926 is 118372. Do not share with anyone.',
    '55273940 | Token 55273940 authorises the new standing order of GBP 40.00 from 01 Apr 2026.',
  ],
  'en-IN': [
    '829416 | Your OTP for Rs 499.00 txn at STREAMLY on Sagar Bank Credit Card 4471 is 829416. Valid till 12-03-2026 18:40:12. Do not share.',
    '047193 | Dear Customer, 047193 is your OTP for fund transfer of Rs.10000 to A/c ending 3391 via NEFT. PLS DO NOT SHARE IT. Sagar Bank',
    '693058 | OTP is 693058 for Rs. 1,250.00 towards RAILYATRA using card XX0932. Ref no. 8820193. Never disclose to anyone. Call 1800221100 if not you',
    '5206 | Your UPI registration PIN setup OTP:5206.Card no. XXXX4821 exp 09/29.Do NOT share.',
    '352817 | Rs.899 recharge of 9876543210: enter OTP 352817 to continue. Valid for 3 minutes. Team Bolofone',
    '160943 | Dear Policyholder, use OTP 160943 to view policy no 20938841. It is valid for 15 min. Suraksha Life',
  ],
  de: [
    '409176 | Talbank: Freigabecode 409176 für Kartenzahlung 129,99 EUR bei BUCHHAUS (Karte **** 6612).',
    '83520 | TAN 83520 für Auftrag vom 12.03.2026, 14:05 Uhr: Dauerauftrag 450,00 EUR an Empfänger mit IBAN-Ende 7720.',
    '6174039 | Ihr Einmalpasswort lautet 6174039. Betrag: 59,00 €. Händler: Gartenlaube24. Rückfragen unter 030 5550147.',
  ],
  fr: [
    '90263714 | Boréa Banque - Achat de 312,40 EUR le 12/03/26 à 18h42 chez VOYAGES SUD. Code de validation : 90263714. Ne le donnez jamais par téléphone.',
    '471850 | Ajout du bénéficiaire M. Roux (IBAN FR76...0193). Votre code à usage unique est le 471850.',
    '615302 | CODE SECRET 615302 POUR VOTRE PAIEMENT DE 25,00 EUR CARTE XX8841',
  ],
  es: [
    '638174 | Para autorizar tu transferencia de 1.200,00 EUR a la cuenta terminada en 0193 introduce 638174. Banco Olmo nunca te pedira este codigo.',
    '20591 | Código de firma: 20591. Operación: alta de Bizum en el 612345678.',
    '74026 | Compra 23,50€ en FARMACIA LUZ. Clave de un solo uso 74026. Caduca a las 18:45.',
  ],
  'es-MX': [
    '395027 | Banco Jacaranda informa: token 395027 para transferencia SPEI de $5,000.00 a cuenta ***3391. Llama al 800 123 4567 si no lo solicitaste.',
    '60418 | Tu clave dinamica es 60418, vence en 60 segundos. No la compartas.',
    '812640 | Código 812640 para autorizar pago por $ 48.900 COP en TIENDA CAFETAL con tarjeta terminada en 2207.',
  ],
  'pt-BR': [
    '738215 | Banco Jatoba: Seu token e 738215. Pix de R$ 1.500,00 para MARIA S. Nao informe a ninguem, nem ao gerente. Duvidas 0800 123 4567',
    '40192 | Codigo: 40192 - compra de R$ 89,90 em LOJA DO SOL, 12/03 14:05.',
    '660371 | Sua senha temporaria para o cartao final 4471 e: 660371. Valida ate 13/03/2026.',
  ],
  'pt-PT': [
    '285916 | Compra online de 49,90 EUR em LIVRARIA NORTE. Código de autorização: 285916. Não o divulgue. Linha 21 555 01 47.',
    '3904 | Use o código 3904 para confirmar o pagamento de 12,50€ através do telemóvel 91*****33.',
  ],
  it: [
    '729450 | Codice OTP 729450 per bonifico di 1.500,00 EUR a favore di ROSSI M. IBAN ...0193. Non comunicarlo a nessuno, nemmeno al personale della banca.',
    '81637204 | Banca Lago. PIN temporaneo: 81637204. Acquisto 24/03 ore 09:12 importo 35,90.',
  ],
  nl: [
    '640917 | Fietsbank: uw TAN-code voor overboeking van EUR 250,00 naar NL..3391 is 640917. Geef deze nooit door.',
    '80254 | Betaling van € 34,95 bij BLOEMENHUIS met kaart eindigend op 7720. Bevestig met code 80254.',
  ],
  sv: ['571829 | Köp 349,00 SEK hos SKOGSHANDEL med kort **4417. Din engångskod är 571829.'],
  da: ['604917 | Havnebank: Køb på 249,00 DKK hos BOGHULEN. SMS-kode: 604917. Oplys aldrig koden til andre.'],
  nb: ['829013 | Kjøp av varer for NOK 599,00 hos SPORTSBUA. Kode: 829013. Kort slutter på 3391.'],
  fi: ['397204 | Maksu 49,90 EUR / KIRJAKULMA / kortti **7720. Vahvistustunnus: 397204.'],
  pl: [
    '260481 | Haslo SMS nr 4 z dnia 12.03.2026: 260481. Przelew 1 200,00 PLN na rach. ...3391.',
    '749035 | Płatność kartą *4417 na kwotę 89,99 PLN w KSIEGARNIA POD LIPA. Kod autoryzacyjny: 749035. Ważny 5 min.',
  ],
  cs: [
    '58163 | Platba kartou *7720, castka 459,00 Kc, obchodnik HRACKY. Pro potvrzeni zadejte kod 58163.',
    '7240913 | Lipobanka: SMS klíč 7240913 pro převod 2 500 Kč na účet 19-2000145399/0800.',
  ],
  sk: ['391682 | Tatrabanka: potvrdzovaci kod 391682 k prevodu 120,00 EUR na ucet SK..3391.'],
  hu: [
    '805216 | Vásárlás: 12.990 Ft, KÖNYVSAROK, kártya: *4417. Jóváhagyó kód: 805216',
    '64072918 | Tolgyfa Bank: SMS jelszava 64072918. Osszeg: 25 000 HUF.',
  ],
  ro: ['719246 | Parola unica pentru tranzactia de 89,99 RON cu cardul *3391 este 719246. Nu o divulgati nimanui.'],
  bg: ['538104 | Плащане 45,90 лв. при KNIZHARNICA с карта *4417. Код за потвърждение 538104.'],
  hr: ['940271 | Kupnja 35,50 EUR, KNJIZARA. SMS kod za autorizaciju: 940271. Kartica zavrsava s 7720.'],
  sr: [
    '281935 | Plaćanje 2.490,00 RSD karticom *3391. Jednokratna lozinka: 281935.',
    '605718 | Плаћање на износ 1.290,00 РСД. Ваш једнократни код је 605718.',
  ],
  sl: ['637092 | Nakup 19,90 EUR pri KNJIGARNA, kartica *4417. Geslo za potrditev: 637092'],
  el: ['284619 | Συναλλαγή 120,00 EUR στο ΒΙΒΛΙΟΠΩΛΕΙΟ. Ο κωδικός μιας χρήσης (OTP) είναι 284619. Λήγει στις 14:35.'],
  ru: [
    '703816 | Перевод 5 000,00 р. на карту *3391. Код: 703816. Никому его не говорите, даже сотрудникам банка.',
    '4829 | ЛипаБанк. НИКОМУ НЕ СООБЩАЙТЕ КОД 4829! Оплата 1 299,00 RUB, OZERO.SHOP',
    '560271 | 560271 - код подтверждения операции на сумму 250.00 USD от 12.03.2026',
  ],
  uk: [
    '391640 | Оплата 349.00 UAH картою *7720, магазин KNYHARNIA. Код підтвердження: 391640. Тел. 0800 555 014',
    '8305 | Калина Банк: пароль для входу 8305',
  ],
  kk: ['640283 | Төлем 4 990 тг, карта *3391. Бір реттік құпия сөз: 640283'],
  tr: [
    '829304 | Sayin musterimiz, 1.250,00 TL tutarindaki EFT isleminiz icin tek kullanimlik sifreniz: 829304. Kimseyle paylasmayiniz. B002',
    '51736 | Onay kodu 51736. 05XX XXX 4417 numarali hat icin islem tarihi 12.03.2026 14:05.',
  ],
  az: ['472910 | Kartınız *4417, məbləğ 25.90 AZN. 3D şifrə: 472910'],
  ar: [
    '918240 | عزيزي العميل، رمز التفعيل لتحويل مبلغ 1,500.00 درهم إلى حساب ينتهي بـ 3391 هو 918240 صالح لمدة 5 دقائق',
    '530716 | مصرف النخيل: الرقم السري المؤقت ٥٣٠٧١٦ لشراء ٢٥٠٫٠٠ ر.س من متجر الورد',
  ],
  fa: [
    '7193042 | بانک سروستان\nخرید 2,450,000 ریال\nرمز دوم پویا: 7193042\nاعتبار تا 14:35:10',
    '60284 | کد فعالسازی: ۶۰۲۸۴ مبلغ ۱۲۰٬۰۰۰ تومان',
  ],
  he: ['580216 | רכישה בסך 189.90 ש"ח בכרטיס המסתיים ב-4417. סיסמה חד פעמית: 580216'],
  hi: [
    '935071 | ₹1,200.00 के भुगतान के लिए आपका ओटीपी 935071 है। कार्ड XX4417। किसी को न बताएं।',
    '274806 | OTP 274806 ka upyog karke apna Rs.500 ka len-den pura karein. Kisi se share na karein.',
  ],
  bn: ['502847 | ৳1,500.00 পেমেন্টের জন্য আপনার OTP 502847। কার্ড **4417। কাউকে বলবেন না।'],
  th: [
    '648217 | ซื้อสินค้า 1,250.00 บาท ร้าน DOKMAI บัตร x-4417 OTP=648217 Ref=QZKD ห้ามบอกใคร',
    '907352 | <OTP 907352> <Ref. MXTR> โอนเงิน 500.00 บ. ไปบัญชี x3391',
  ],
  vi: [
    '405718 | OTP 405718 de xac nhan GD 250,000 VND tai NHA SACH SEN, the 4417xx. Het han 14:35 12/03/26.',
    '61903 | Mã giao dịch 8820193, số tiền 500.000đ. Mã xác thực: 61903',
  ],
  id: [
    '293508 | Kode OTP transaksi Rp1.500.000 di TOKO MELATI dgn kartu berakhiran 4417: 293508. Rahasiakan. Info 1500123',
    '718402 | Bank Teratai-mTOKEN 718402 utk transfer Rp 250.000 ke rek 0193. RAHASIA!',
  ],
  ms: ['506281 | RM0.00 Kod TAC: 506281. Pindahan RM350.00 ke akaun ...3391 pada 12/03/26 14:05.'],
  tl: ['830462 | Ang OTP mo para sa P1,250.00 sa card na nagtatapos sa 4417 ay 830462. Huwag ibahagi kahit kanino.'],
  sw: ['294016 | Weka namba ya siri ya muda 294016 kuthibitisha malipo ya TZS 15,000 kwa DUKA LA VITABU.'],
  'zh-CN': [
    '371920 | 【柏林银行】短信验证码：371920。您正在向尾号3391的账户转账5,000.00元，索要验证码均为诈骗。',
    '840265 | 840265（支付验证码），交易金额￥129.00，序号12，10分钟内有效。【橙子支付】',
  ],
  'zh-TW': [
    '916204 | 山茶銀行：您的一次性密碼(OTP)為916204，消費金額NT$2,490，卡末四碼4417，3分鐘內有效。客服02-5550-1470',
  ],
  ja: [
    '60381527 | 【椿銀行】ワンタイムパスワード：60381527\n振込金額 50,000円　有効期限 14:35',
    '294076 | カード(末尾4417)での3,980円のお支払いの認証番号は294076です。',
  ],
  ko: ['839204 | [동백카드] 45,600원 결제 본인확인 인증번호(839204)를 정확히 입력하세요. 문의 1588-0147'],
});
