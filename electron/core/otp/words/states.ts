import { normalise } from '../text/normalise.ts';
import { regional } from './regional.ts';

const lines = (words: string): string[] =>
  normalise(words)
    .lower.trim()
    .split(/\s*[,\n]\s*/)
    .filter((each) => each !== '');
const regionalGuards = lines(regional('guards').replaceAll(' ', ', '));

/** Say that a code no longer works: `codes 1122 and 6604 have expired`. Words, or beginnings of what is said. */
export const lapsedPhrases = lines(`${regional('lapsed')}
  have expired, has expired, had expired, is expired, are expired, no longer, not valid any, is invalid, are invalid, was cancelled
  were cancelled, was canceled, do not work, already used, was used, timed out, were wrong, was wrong, is wrong
  incorrect, was rejected
  abgelaufen, ungultig, nicht mehr gultig, nicht mehr, war falsch, verfallen
  verlopen, niet meer, ongeldig, onjuist
  a expire, ont expire, est expire, sont expire, n'est plus, ne sont plus, plus valable, plus valide
  invalide, perime
  ha caducado, han caducado, caducaron, caduco, ya no, vencieron, vencio, han vencido, ha expirado, expiraron, no es valid
  no son valid
  expirou, expiraram, ja nao, nao sao mais, nao e mais, nao vale, perdeu a validade, perderam a validade, caducou
  scaduto, scaduti, scaduta, non sono piu, non e piu, non valid
  ha caducat, han caducat, ja no
  a expirat, au expirat, nu mai
  wygasl, stracil, niewazn, nieaktywn, juz nie
  vyprsel, vyprsal, uz neplati, jiz neplati, neplati, neplatn, uz nie
  lejart, ervenytelen, mar nem
  istekl, istekao, vise ne vaz, nisu vazec, nevazec, potekl, ni vec velj, niso vec velj
  истек, больше не, уже не, недействит, просроч, устарел, не действу, більше не, вже не, недійсн, застарі, прострочен
  вече не, изтек, не важ, невалид, више не важ
  εληξε, εχουν ληξει, εχει ληξει, εληξαν, δεν ισχυ, ακυρ
  suresi doldu, suresi dolmus, gecersiz, gecerli degil, vaxti bitib, etibarsiz
  galler inte, gatt ut, ogiltig, inte langre, utlopt, utgatt, ikke lenger, ugyldig, udlobet, ikke laengere, utrunn
  vanhentu, ei ole enaa, eivat ole enaa, eivat kelpaa, ei kelpaa, mitatoi, aegunud, ei kehti, enam ei
  nebegalioja, negalioja, baigesi, vairs nav, vairs neder, beigus, nederig
  sudah kedaluwarsa, telah kedaluwarsa, sudah kadaluarsa, sudah tidak, tidak berlaku lagi, telah tamat, sudah tamat
  telah luput, tidak sah lagi
  da het han, deu het han, da het hieu luc, khong con, nag-expire, expired na, hindi na, paso na, umeisha, zimeisha, imeisha, si halali
  انتهت, انتهى, لم يعد, غير صالح, לא תקף, לא תקפים, פג תוקפ, פגו, אינו תקף, אינם תקפים, אינם בתוקף
  منقضی شد, معتبر نیست, باطل, زائد المیعاد, ختم ہو
  समाप्त हो चुक, समाप्त हो गय, समाप्त झाल, अमान्य, मान्य नहीं, वैध नहीं, মেয়াদ শেষ হয়ে, মেয়াদোত্তীর্ণ, অকার্যকর
  காலாவதியாகிவிட்ட, செல்லாது, గడువు ముగిసి, ಅವಧಿ ಮುಗಿದ, കാലഹരണപ്പെട്ട, expire ho ga, expire ho chuk
  หมดอายุแล้ว, ใช้ไม่ได้, ໝົດອາຍຸແລ້ວ, ផុតកំណត់ហើយ
  已失效, 已过期, 已過期, 已无效, 已無效, 均无效, 已作废, 已作廢, 期限切れです, 期限切れとな, 失効しま, 無効です, 使えません, 만료되었, 유효하지 않
  ka skaduar, skadoi, nuk vlen, er runninn, rann ut, runnin ut, gildir ekki, as feidhm, as data, wedi dod i ben
  wedi darfod, ddim yn ddilys, iraungita, iraungi da, ez du balio, ez dute balio, скончыўся, скончыўс, несапраўдн, больш не
  закінчився, закінчилась, сплив, е истечен, истече, skad ghalih, is ofgelaf, ofgelaf
`);

/** Written in capitals or behind a colon where a code could stand: `CODE EXPIRED`, `Code: below`. */
export const statusWords = lines(`${regional('statuses').replaceAll(' ', ', ')}
  blik, cvv, cvc, swift, iban, wifi, imei, ussd, prepaid
  expired, invalid, locked, blocked, changed, used, sent, ready, required, needed, wrong, incorrect, below, above
  attached, unchanged, hidden, secret, none, null, pending, disabled, enabled, request, requested, protected, only
  please, never, reset, active, inactive, confirmed, verified, failed, error, cancelled, free, urgent, notice
  abgelaufen, gesperrt, geandert, wurde, gesendet, ungultig, falsch, siehe, unten, nicht, niemals, bereit
  verlopen, geblokkeerd, ongeldig, gewijzigd, verzonden, klaar, nooit
  expire, bloque, modifie, envoye, invalide, incorrect, jamais, pret
  caducado, vencido, bloqueado, enviado, cambiado, invalido, nunca, listo, incorrecto, expirou, expirado, alterado
  scaduto, bloccato, inviato, errato, modificato, pronto
  wygasl, wyslany, zablokowany, zmieniony, niewazny, nigdy, gotowy, bledny
  vyprsel, odeslan, zablokovan, zmenen, neplatny, lejart, elkuldve, letiltva, ervenytelen, hibas
  expirat, trimis, blocat, schimbat, gecersiz, gonderildi, doldu, bloke, degisti, hatali
  utgatt, skickad, sparrad, andrad, ogiltig, utlopt, sendt, sperret, endret, ugyldig, udlobet, spaerret, aendret
  vanhentunut, lahetetty, lukittu, vaihdettu, vanhentuneet, aegunud, saadetud
  истек, отправлен, изменен, заблокирован, недействителен, неверный, неверен, ниже, никому, готов, изменён
  надіслано, змінено, заблоковано, недійсний, нікому, изпратен, сменен, невалиден
  εληξε, σταλθηκε, αλλαξε, ακυρος, terkirim, kedaluwarsa, salah, diubah, diblokir, rahasia, luput, dihantar
  sperrad, låst, užblokuotas, bloķēts, blokeeritud, blokiran, zaključan, promijenjen, spremenjen, blokovaný, zmenený
  odoslaný, zablokovany, bllokuar, skaduar, блокиран, променен, блокований, заблакаваны, κλειδωμένο, læst, breytt
  glas, nowy, novo, nuevo, nouveau, neu, geheim, tajne, tajny, secreto, segreto, salainen, hemlig, hemmelig
`);

/** Ahead of what may be so: `if the code has expired`. */
export const conditions = new Set(
  lines(`${regional('conditions').replaceAll(' ', ', ')}
    if, unless, when, once, wenn, falls, sobald, als, si, se, cuando, quando, jesli, gdy, pokud, ha, om, hvis, jos
    если, якщо, ако, ean, eger, kalau, jika, neu, кога, কিনা, यदि, अगर, إذا, אם, اگر
  `),
);

/** Forbid to give a code away, or say that one was wrong: what is said of it is no code. Words by themselves. */
export const guards = [
  ...regionalGuards,
  ...lines(`
    never, not, dont, don, nooit, niet, niemals, nicht, nie, jamais, nunca, jamas, nao, mai, nigdy, nikdy, nikomu, soha
    niciodata, nikada, nikome, nikoli, nikomur, никогда, никому, никога, никого, ніколи, нікому, не, μην, ποτε, asla, kimse
    kimseyle, aldrig, aldri, ikke, inte, ala, alkaa, koskaan, kellekaan, arge, ara, niekada, niekam, nekad, nevienam, jangan
    huwag, kamwe, usimpe, لا, אל, לעולם, هرگز, نده, ندهید, مت, न, नहीं, किसी, ना, না, কাউকে, வேண்டாம், యెవరికీ, ఎవరికీ, ห้าม, อย่า, khong, dung
    wrong, incorrect, invalid, falsch, falsche, falscher, verkeerd, verkeerde, errone, erronee, incorrecto, incorrecta
    errado, errada, errato, errata, bledny, blednie, chybny, chybne, spatny, hibas, gresit, neverny, неверный, неверно, неправильный
    hatali, yanlis, fel, feil, forkert, vaara, vaarin, salah, गलत, galat
    nemoj, nemojte, nikom, senkinek, senkivel, nadie, ninguém, nessuno, personne, ningú, niemandem, niemand, niemanden
    никогаш, mos, kurrë, askujt, κανέναν, κανένα, neatskleiskite, nesidalykite, neizpaudiet, nesakiet, kunagi
    kellelegi, aldrei, ekki, engum, riamh, peidiwch, byth, qatt, inoiz, inori, ez, nimănui, nezdieľajte, nesdělujte
    nesdílejte, neprozrazujte, neposkytujte, nepovejte, nedelite, nepokazuj
    pogrešan, pogrešna, pogrešno, neispravan, neispravna, napačen, napačna, napačno, nesprávný, nesprávné, chybná, zły
    złe, złego, helytelen, téves, rossz, greșită, incorectă, incorect, λάθος, λανθασμένος, λανθασμένο, погрешан
    погрешна, грешен, грешна, погрешен, невірний, невірно, неправильний, неправильные, неверные, неверная, неверного
    няправільны, няправільна, няслушны, neteisingas, neteisingai, nepareizs, nepareiza, nepareizi, virheellinen
    väärän, rangt, röng, rangur, mícheart, anghywir, ħażin, okerra, okerreko, incorrecte, incorrectes, equivocado
    equivocada, errónea, erróneo, onjuist, onjuiste, fout, foute, foutieve, felaktig, felaktigt, feilaktig, gabim
  `),
];
/** The same in scripts without spaces. */
export const guardsInside = lines(
  '错误, 錯誤, 有误, 索取, 泄露, 洩露, 間違, 誤り, 오류, 틀렸, 알려주지, 不要告, 勿告, ไม่มีนโยบาย, อย่าบอก',
);

/** Ask to change one's password, beginnings of words: `change your password`. */
export const changeStems = lines(`
  change, chang, ander, wijzig, cambi, alter, altere, mude, modif, schimb, zmien, zment, promij, promen, измен, смени, смене
  помен, змін, degist, vaihda, byt, skift, endre, pakeisk, nomain, muutke, ganti, tukar
`);
