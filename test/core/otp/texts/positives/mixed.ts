import { coded } from '../list.ts';

/** One more of each kind: long messages, several numbers, rarer words and orders of words. */
export const mixed = coded({
  en: [
    '62950 | Your Tandem account is almost ready. Type 62950 into the page you left open to finish. The code expires in 20 minutes.',
    '480927 | Ref 77120345. Oakline Bank security: 480927 authorises a login from a new iPhone at 18:42 on 12 Mar. Did not do this? 0345 555 0192',
    '7194 | Wi-Fi at Gate B27: sign in with PIN 7194, valid 4 hours.',
    '350618 | 350618 (Kestrel code)',
    '90412 | Kestrel login 90412',
    '820351 | Ms Moreno, to view your results from 12/03/2026 please enter verification number 820351 at eastmoor.example/results',
    'PX40LM2 | Your e-visa application access code: PX40LM2. Application no. 2026-048213.',
    '1987 | Your Hopp code is 1987',
    '204613 | Confirmation code 204613 sent to +44 7700 900482 for account dana@larkmail.example',
    '573820 | Reset code=573820; expires=600s',
  ],
  'en-IN': [
    '481062 | Dear SBX user, 481062 is SECRET OTP to change registered mobile 98XXXXXX10. SBX never calls for OTP. Not u? Fwd this to 9223344556',
    '3069 | Delivery of order 40821937 is on the way. Kindly share OTP 3069 with the delivery agent Suresh (9876543210).',
    '917350 | OTP to e-sign loan agreement of Rs 48,200/- (App No. LA20481937) is 917350, valid upto 12/03/26 18:52.',
    '602485 | Login OTP for GST portal 22AAAAA0000A1Z5 is 602485',
  ],
  de: [
    '817204 | Zur Bestätigung Ihrer Rufnummer 0151 ****4417 verwenden Sie bitte 817204.',
    '49031 | Ihre Kundennummer ist 20938841, Ihr Zugangscode 49031. Bitte nicht weitergeben.',
  ],
  fr: [
    '94027 | Pour confirmer votre rendez-vous du 14/05 à 9h15, entrez le code 94027 sur le site.',
    '680215 | Ne partagez jamais ce code : 680215. Commande 77120345 de 48,20 €.',
  ],
  es: [
    '31904 | Pedido 20481793: enseña el código 31904 al repartidor.',
    '750286 | Para cambiar tu contraseña utiliza 750286 antes de las 18:45',
  ],
  'pt-BR': [
    '204958 | Recebemos um pedido de login em 12/03 as 14:05. Se foi voce, o codigo e 204958.',
    '7316 | Pra entrar no Correria, o codigo eh 7316',
  ],
  it: [
    '482750 | Hai richiesto di cambiare il numero 347***4417: conferma con 482750',
    '6093 | Il tuo PIN usa e getta è 6093',
  ],
  nl: ['720394 | Bevestig je nieuwe wachtwoord met deze code: 720394. Niet aangevraagd? Bel 020 555 0147.'],
  sv: ['640281 | Logga in med 640281. Gäller i 10 minuter, dela inte koden.'],
  da: ['50926 | Din kode til at hente pakke 48201937712 i boks 12 er 50926.'],
  nb: ['917042 | Skriv inn 917042 i appen for å logge inn. Koden utløper kl. 18:45.'],
  fi: [
    '83605 | Noutokoodi paketillesi JJFI4820193771 on 83605. Lokero 12.',
    '204718 | Tunnusluku 204718 maksun 49,90 e hyväksymiseen.',
  ],
  pl: [
    '930418 | Aby dokonczyc rejestracje, przepisz kod: 930418. Wazny do 18:45.',
    '8261 | Kod PIN do paczkomatu Sosna: 8261, paczka 620481937712.',
  ],
  cs: ['508213 | Pro přihlášení opište kód 508213. Kód platí do 18:45.'],
  hu: ['640927 | A(z) 06 20 *** 4417 szám megerősítéséhez írja be: 640927'],
  ro: ['718305 | Comanda 77120345: codul de ridicare este 718305, easybox Lipovei 12.'],
  bg: ['380516 | Въведете 380516, за да потвърдите телефона си.'],
  el: ['820694 | Ο μοναδικός σας κωδικός για την παραλαβή του δέματος 48201937712 είναι 820694'],
  ru: [
    '628013 | Для входа используйте 628013. Никому не показывайте!',
    '5914 | Код получения заказа 20481937: 5914. Пункт выдачи ул. Садовая, 44.',
    '3175 | Ваш звонок подтверждён, введите 3175 в приложении',
  ],
  uk: ['402957 | Для підтвердження переказу 1 500,00 грн на картку *3391 введіть 402957'],
  tr: [
    '604829 | Kayit islemini tamamlamak icin kod: 604829 (3 dk gecerli)',
    '7120 | 12.03.2026 tarihli siparisiniz icin teslimat kodu 7120',
  ],
  ar: ['304918 | استخدم 304918 للتحقق من حسابك في زيتونة', '71620 | رمز الاستلام للطلب رقم 482019377 هو 71620'],
  fa: ['40617 | کد یکبار مصرف شما 40617 می‌باشد. لطفا آن را وارد کنید.'],
  he: ['592037 | לאימות העסקה על סך 189.90 ש"ח הזן 592037. הקוד תקף ל-5 דקות.'],
  hi: [
    '830174 | प्रिय ग्राहक, आपके मोबाइल 98XXXXXX10 के लिए ओटीपी 830174 है',
    '4073 | ऑर्डर 40821937 की डिलीवरी के लिए OTP 4073 साझा करें',
  ],
  bn: ['502916 | ৫০২৯১৬ আপনার শিউলি কোড। কাউকে দেবেন না।'],
  ta: ['604175 | உங்கள் கணக்கை சரிபார்க்க 604175 என்ற குறியீட்டை உள்ளிடவும்'],
  te: ['350821 | ధృవీకరణ కోసం 350821 ఎంటర్ చేయండి. ఈ కోడ్ 10 నిమిషాలు చెల్లుతుంది.'],
  ur: ['729105 | اپنا نمبر تصدیق کرنے کے لیے کوڈ 729105 درج کریں'],
  th: ['295017 | ใช้รหัส 295017 เพื่อเข้าสู่ระบบ หมดอายุ 18:45 น.', '603948 | OTP ของคุณ 603948 อ้างอิง AKQT ยอด 1,250.00 บาท'],
  vi: [
    '603917 | 603917 la ma xac thuc dang nhap Hoa Mai. Vui long khong chia se.',
    '28405 | Đơn hàng 20481937: đọc mã 28405 cho nhân viên giao hàng',
  ],
  id: [
    '639042 | Utk keamanan, masukkan 639042 di aplikasi Teratai. Berlaku 5 menit.',
    '3058 | Kode pengambilan paket JX4820193771: 3058',
  ],
  ms: ['715604 | Nombor TAC ialah 715604 bagi RM48.20. Sah 3 minit.'],
  tl: ['284650 | I-enter ang 284650 para ma-verify ang iyong account. Valid ng 5 minuto.'],
  sw: ['718293 | OTP yako ni 718293. Usishiriki na mtu yeyote.', '5061 | Neno siri la muda: 5061'],
  am: ['294750 | የእርስዎ ኦቲፒ 294750 ነው'],
  ka: ['7031 | კოდი 7031 მოქმედებს 5 წუთი'],
  hy: ['640295 | Ձեր կոդը՝ 640295'],
  'zh-CN': [
    '605172 | 【云杉】605172是您的验证码，用于重置密码，如非本人操作请致电4008001234',
    '7391 | 动态密码7391，用于手机尾号4417登录，30分钟内有效',
    '208416 | [橙子网]校验码:208416,请于5分钟内填写',
  ],
  'zh-TW': ['394716 | 394716 為您的登入驗證碼，序號 A12，請勿轉告他人'],
  ja: ['618305 | つばき：618305（有効期限10分）を認証画面に入力してください', '9274 | 本人確認コードは9274になります'],
  ko: ['318472 | 본인확인 번호 318472 를 화면에 입력해주세요 (3분)', '7062 | 주문 20481937 수령 인증번호: 7062'],
});
