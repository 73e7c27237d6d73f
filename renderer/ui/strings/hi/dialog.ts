import type { Words } from '../english.ts';
import { counter } from '../../../../electron/contract/plural.ts';

const counted = counter('hi-IN');

export const dialog: Words['dialog'] = {
  title: 'नया नंबर',
  country: 'देश',
  noCountry: 'ऐसा कोई देश नहीं',
  type: 'प्रकार',
  anyType: 'कोई भी',
  contains: 'इन अंकों वाला',
  containsHint: 'वैकल्पिक। जैसे 415, या 415*55।',
  label: 'लेबल',
  labelHint: 'वैकल्पिक। इससे आपके टेस्ट अलग-अलग पहचाने जाते हैं, जैसे “checkout, staging”।',
  duration: 'अवधि (सेकंड)',
  durations: 'आम अवधियाँ',
  take: 'नंबर लें',
  searching: 'नंबर खोजे जा रहे हैं…',
  available: counted({ one: '# नंबर उपलब्ध है', other: '# नंबर उपलब्ध हैं' }),
  price: (price) => `ख़रीदते ही Twilio पूरे महीने का शुल्क लेता है: ${price}`,
  noPrice: 'ख़रीदते ही Twilio पूरे महीने का शुल्क लेता है। उसकी मूल्य सूची पढ़ी नहीं जा सकी।',
  none: (country) => `Twilio के पास इस समय ${country} में ऐसा कोई SMS नंबर नहीं है।`,
  noneIndia: 'कभी-कभी Twilio के पास भारत में SMS नंबर नहीं होते।',
  noneHint: 'दूसरे अंक, दूसरा प्रकार या दूसरा देश आज़माएँ।',
  instead: (country) => `${country} चुनें`,
};
