import { coded } from '../list.ts';

/** Central and eastern Europe. */
export const eastern = coded({
  pl: [
    '471092 | Twój kod weryfikacyjny do serwisu Brzozka to 471092. Nie podawaj go nikomu.',
    '836615 | Bank Sosna: operacja nr 3 z dn. 12-03-2026, przelew na rachunek 21..4490, kwota 350,00 PLN. Kod SMS: 836615',
    '5029 | Uzyj kodu 5029, aby zalogowac sie do Paczkuj.',
  ],
  cs: [
    '308214 | Váš ověřovací kód pro Lipohrad je 308214. Nikomu jej nesdělujte.',
    '97135026 | Autorizacni kod pro platbu 1 290,00 CZK u obchodnika KNIHY U MOSTU: 9713 5026. Lipobanka',
  ],
  sk: [
    '715480 | Váš overovací kód do Tatrašopu je 715480. Platí 5 minút.',
    '640833 | SMS kod 640833 pre potvrdenie platby 45,90 EUR kartou **7719.',
  ],
  hu: [
    '926041 | Az Ön ellenőrző kódja: 926041. Kérjük, ne adja meg senkinek.',
    '37508 | 37508 a belépési kódod a Tölgyfa alkalmazáshoz.',
  ],
  ro: [
    '583297 | Codul tău de verificare Stejarul este 583297. Nu îl comunica nimănui.',
    '410762 | Codul OTP pentru plata de 230,50 RON la MAGAZIN SALCIA este 410762.',
  ],
  bg: [
    '294817 | Вашият код за потвърждение в Люляк е 294817. Не го споделяйте с никого.',
    '60351 | Код за вход: 60351. Валиден 5 минути.',
  ],
  hr: [
    '847203 | Vaš kod za potvrdu u aplikaciji Jelka je 847203. Ne dijelite ga ni s kim.',
    '5918 | Unesite kod 5918 za prijavu.',
  ],
  sr: [
    '620481 | Ваш верификациони код за Јаблан је 620481. Никоме га не откривајте.',
    '739510 | Vaš verifikacioni kod je 739510. Važi 10 minuta.',
  ],
  sl: [
    '158936 | Vaša potrditvena koda za Lipov trg je 158936. Ne delite je z nikomer.',
    '40627 | Enkratno geslo za vstop v spletno banko: 40627',
  ],
  el: [
    '917364 | Ο κωδικός επαλήθευσης για το Ελαιώνας είναι 917364. Μην τον κοινοποιήσετε σε κανέναν.',
    '52088 | O kodikos sas einai 52088. Isxyei gia 5 lepta.',
    '604713 | Κωδικός μίας χρήσης: 604713 για αγορά 75,20€ με την κάρτα που λήγει σε 3318.',
  ],
  ru: [
    '573018 | Ваш код подтверждения для Берёзки: 573018. Никому его не сообщайте.',
    '49260 | Пароль для подтверждения покупки на 1 890 руб. в магазине KNIGOLAND по карте *5571: 49260. Никому не говорите пароль.',
    '8137 | 8137 — код для входа в Самокат+',
  ],
  uk: [
    '204896 | Ваш код підтвердження Калинка: 204896. Нікому не повідомляйте його.',
    '7451 | Введіть код 7451 для входу в застосунок.',
  ],
  be: [
    '385017 | Ваш код пацвярджэння: 385017. Нікому яго не паведамляйце.',
    '62940 | Код для ўваходу ў Васілёк — 62940',
  ],
  kk: ['917025 | Сіздің растау кодыңыз: 917025. Оны ешкімге айтпаңыз.', '4863 | Алмалы қосымшасына кіру коды 4863'],
});
