import { coded } from '../list.ts';

/** Nordic and Baltic. */
export const nordic = coded({
  sv: [
    '602914 | Din verifieringskod för Björkhandel är 602914. Lämna inte ut den till någon.',
    '4817 | Engångskod: 4817. Koden är giltig i 5 minuter.',
    '739265 | Ange koden 739265 för att logga in på Lunnabanken.',
  ],
  da: [
    '518207 | Din bekræftelseskode til Havnekøb er 518207. Del den ikke med andre.',
    '93046 | Brug koden 93046 til at logge ind. Den udløber om 10 minutter.',
  ],
  nb: [
    '270581 | Din engangskode fra Fjellbank er 270581. Koden er gyldig i 5 minutter.',
    '6493 | 6493 er bekreftelseskoden din for Turapp',
  ],
  fi: [
    '815630 | Vahvistuskoodisi Koivukauppaan on 815630. Älä jaa koodia kenellekään.',
    '47092 | Kertakäyttöinen koodi: 47092. Voimassa 10 minuuttia.',
  ],
  et: [
    '392718 | Sinu Kaseveere kinnituskood on 392718. Ara jaga seda kellegagi.',
    '5106 | Ühekordne parool sisselogimiseks: 5106',
  ],
  lv: [
    '684025 | Jūsu Bērzkrasts apstiprinājuma kods ir 684025. Neizpaudiet to citiem.',
    '7315 | Ievadiet kodu 7315, lai pabeigtu reģistrāciju.',
  ],
  lt: [
    '250963 | Jūsu Beržyno patvirtinimo kodas: 250963. Niekam jo neatskleiskite.',
    '81740 | Prisijungimo kodas yra 81740, galioja 5 min.',
  ],
});
