/** The basic alphabet of 3GPP TS 23.038 (without its escape), and the characters after the escape. */
const gsm7Basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const gsm7Extension = '\f^{}\\[~]|€';

/** How an SMS text is transmitted. */
export interface Segmentation {
  encoding: 'GSM-7' | 'UCS-2';
  /** Number of billed segments; 1 for an empty text. */
  segments: number;
}

/**
 * Counts the segments of a text: 160 septets in one GSM-7 segment or 153 in each of several, 70
 * UTF-16 code units in one UCS-2 segment or 67 in each of several. No character is cut in two:
 * an escaped GSM-7 character (two septets) or a surrogate pair moves to the next segment whole.
 * Source: 3GPP TS 23.038 and 23.040.
 */
export function countSegments(text: string): Segmentation {
  const characters = [...text];
  const gsm7 = characters.every((character) => gsm7Septets(character) > 0);
  const units = characters.map((character) => (gsm7 ? gsm7Septets(character) : character.length));
  const segments = gsm7 ? fill(units, 160, 153) : fill(units, 70, 67);
  return { encoding: gsm7 ? 'GSM-7' : 'UCS-2', segments };
}

/** Septets that a character takes in GSM-7: 1, or 2 with the escape, or 0 when it is not in the alphabet. */
function gsm7Septets(character: string): 0 | 1 | 2 {
  if (gsm7Basic.includes(character)) return 1;
  return gsm7Extension.includes(character) ? 2 : 0;
}

function fill(units: number[], single: number, concatenated: number): number {
  const total = units.reduce((sum, unit) => sum + unit, 0);
  if (total <= single) return 1;
  let segments = 1;
  let used = 0;
  for (const unit of units) {
    if (used + unit > concatenated) {
      segments += 1;
      used = 0;
    }
    used += unit;
  }
  return segments;
}
