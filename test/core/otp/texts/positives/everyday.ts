import { coded } from '../list.ts';

/** Signing in, signing up, shops, couriers and public services, in the looser wordings of smaller senders. */
export const everyday = coded({
  en: [
    '68204 | Kestrel: 68204 is ur login code. dont share',
    '917 | Your Brewbar locker PIN: 917',
    '3150 | Your Quill Parcel locker pickup code is 3150. Locker 12, 44 Mill Road. Collect by 15 Apr.',
    'HWKQZT | Type HWKQZT as your confirmation code to finish joining Cloverleaf.',
    '490163 | Confirm your email change with 490163. Your Dovetail team',
    '2205817364 | Your activation code is 2205817364. Enter it on the set-up screen of your Heron router.',
    '785201 | NHS-style login for Eastmoor Clinic: your security code is 785201 and expires in 30 minutes',
    '0041 | Hello from Tandem! 0041 is the code you need to verify your device.',
    'B8K291QT | Recovery code for your Larkmail account: B8K2-91QT. Keep it safe.',
    '624908 | Your Swapyard code: 624908\nNever share it.\nSwapyard staff will never ask for it.\nNeed help? help.swapyard.example/2fa',
    '51934 | Thanks for signing up! Verify now: https://kite.example/v?code=51934 or enter 51934',
  ],
  'en-IN': [
    '4918 | Hi! 4918 is your OTP to login to Tiffinbox. Happy eating!',
    '738260 | Dear Student, OTP for exam portal login (Roll No 20264417) is 738260. Regards, Vidya University',
    '90573 | Ur OTP is 90573.Pls do not share.Regards Medicart',
  ],
  de: [
    '20591 | Hallo Jana, dein Code zum Einloggen bei Rollido: 20591',
    'WQ7KZ3 | Ihr Aktivierungscode ist WQ7KZ3. Bitte innerhalb von 24 Stunden eingeben.',
    '8042 | Abholcode fuer Ihre Paketbox: 8042. Fach 17, abholbar bis 15.04.2026.',
    '473920 | Dein Passwort wurde angefordert. Mit 473920 kannst du es zuruecksetzen. Code gilt 15 min.',
  ],
  fr: [
    '206841 | Bonjour, 206841 est le code pour vous connecter à Coursélan. Il est valable 10 min.',
    '7390 | Votre mot de passe provisoire : 7390',
    '58214 | Saisissez 58214 pour vérifier votre numéro. L’équipe Papillo',
    '4K9TWX | Code d’activation:4K9TWX.Ne le partagez pas.',
  ],
  es: [
    '917405 | Hola, tu código para acceder a Mercadillo es: 917 405. Caduca en 10 minutos.',
    '35820 | 35820 es tu codigo de Solaria. Si no lo has pedido ignora este mensaje.',
    '7264 | Su PIN de acceso a la Sede Ciudadana es 7264, valido hasta las 23:59 del 12/03/2026.',
    '640812 | Introduce este código para verificar tu cuenta: 640812.',
  ],
  'es-MX': [
    '92047 | Ingresa 92047 para verificar tu celular en Rapidín. ¡No lo compartas!',
    '5183 | CODIGO DE VERIFICACION 5183 TIENDAS LA PALMA',
  ],
  'pt-BR': [
    '4816 | Ola! Seu codigo Correria: 4816. Informe-o ao entregador.',
    '150728 | Codigo de verificacao: 150728. Nao repasse p/ ninguem, ok?',
    '83640 | Digite 83640 para entrar na sua conta Ipêzinho.',
  ],
  'pt-PT': ['827154 | 827154 é o seu código de acesso ao Portal do Munícipe.'],
  it: [
    '7412 | Ciao! Usa 7412 per verificare il tuo numero su Pronto.',
    '50837 | Codice di conferma:50837.Valido 5 minuti.',
    'RX48TD | Per completare la registrazione inserisci il codice RX48TD sul sito.',
  ],
  nl: [
    '4093 | Hoi! 4093 is je code om in te loggen bij Tulpenplein.',
    '582306 | Uw eenmalige toegangscode: 582306. Niet delen met anderen.',
    '30274 | Voer 30274 in om je telefoonnummer te bevestigen',
  ],
  sv: [
    '38152 | 38152 är din kod för att verifiera kontot hos Älgbua.',
    '920617 | Hej! Använd koden 920 617 för att byta lösenord.',
  ],
  da: [
    '7164 | Hej, din kode er 7164. Vi spørger dig aldrig om den.',
    '405829 | Indtast 405829 for at bekræfte dit telefonnummer. Hilsen Havnekøb',
  ],
  nb: [
    '51038 | Bruk 51038 for å bekrefte nummeret ditt.',
    '380216 | Din påloggingskode: 380216. Ikke del den med noen.',
  ],
  fi: [
    '6238 | Tekstiviestikoodi: 6238',
    '920475 | Syötä koodi 920475 kirjautuaksesi palveluun. Koodi vanhenee 10 minuutissa.',
    '71640 | Kirjautumiskoodi Turappiin: 71640',
  ],
  et: ['70482 | Teie kood on: 70482. Kehtib 5 minutit.'],
  lv: [
    '493862 | Vienreizējā parole: 493862. Derīga 3 minūtes.',
    '20847 | 20847 ir jūsu kods, lai pieslēgtos Bērzkrastam',
  ],
  lt: [
    '638107 | Vienkartinis slaptažodis 638107. Galioja 10 minučių.',
    '4925 | Iveskite koda 4925, kad patvirtintumete numeri.',
  ],
  pl: [
    '83017 | 83017 to Twój kod do logowania w Paczkuj.',
    '694125 | Cześć! Wpisz 694125, żeby potwierdzić numer telefonu.',
    '402816 | Kod odbioru paczki: 402816. Skrytka czeka 48 h, ul. Lipowa 12.',
  ],
  cs: [
    '493817 | 493817 je váš jednorázový kód pro přihlášení.',
    '2740 | Heslo pro vyzvednuti zasilky v boxu: 2740. Platnost do 15.4.2026',
  ],
  sk: ['9037 | Prihlasovací kód: 9037. Nikomu ho neposielajte.', '820461 | Zadajte 820461 pre overenie čísla.'],
  hu: ['719304 | Belépéshez használja a 719304 kódot.', '5082 | Megerősítő kódja: 5082, érvényes 10 percig.'],
  ro: [
    '47206 | 47206 este codul tău de autentificare. Valabil 5 minute.',
    '830914 | Introdu 830914 pentru a confirma numărul de telefon.',
  ],
  bg: [
    '7024 | 7024 е вашият код за вход в Люляк.',
    '482093 | Еднократна парола: 482093. Не я предоставяйте на трети лица.',
  ],
  hr: ['60371 | 60371 je tvoj kod za prijavu.', '294805 | Jednokratna zaporka: 294805. Vrijedi 3 minute.'],
  sr: ['4163 | 4163 је ваш код за пријаву.', '918302 | Unesite 918302 da biste potvrdili broj telefona.'],
  sl: ['72604 | 72604 je vaša koda za prijavo.', '530918 | Vnesite kodo 530918 v aplikacijo.'],
  el: [
    '6150 | 6150 είναι ο κωδικός σας για σύνδεση.',
    '739204 | Πληκτρολόγησε 739204 για να επιβεβαιώσεις το κινητό σου. Ομάδα Ελαιώνας',
  ],
  ru: [
    '31846 | Здравствуйте! Ваш код 31846. Введите его на сайте до 14:35.',
    '9205 | Kod podtverzhdeniya: 9205. Nikomu ne soobshchayte.',
    'ЖКР482 | Ваш код активации ЖКР482',
  ],
  uk: ['205816 | 205816 — ваш код для входу в Калинку.', '73641 | Одноразовий пароль: 73641, дійсний 5 хв.'],
  be: ['7380 | Увядзіце 7380, каб пацвердзіць нумар тэлефона. Код дзейнічае 5 хвілін.'],
  kk: ['30582 | 30582 — кіру үшін бір реттік код', '7149 | Растау ушін 7149 кодын енгізіңіз.'],
  tr: [
    '5830 | 5830 giriş kodunuzdur. Kimseyle paylaşmayın.',
    '207416 | Sifrenizi yenilemek icin 207416 dogrulama kodunu giriniz.',
  ],
  az: ['36018 | Qeydiyyatı tamamlamaq üçün 36018 kodunu daxil edin.'],
});
