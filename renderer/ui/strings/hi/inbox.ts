import type { Words } from '../english.ts';
import { counter } from '../../../../electron/contract/plural.ts';

const counted = counter('hi-IN');
const messages = counted({ one: '# संदेश', other: '# संदेश' });
const moreThan = counted({ one: '# से ज़्यादा संदेश', other: '# से ज़्यादा संदेश' });

export const inbox: Words['inbox'] = {
  title: 'इनबॉक्स',
  search: 'संदेश खोजें',
  clearSearch: 'खोज साफ़ करें',
  filters: 'फ़िल्टर',
  number: 'नंबर',
  allNumbers: 'सभी नंबर',
  service: 'सेवा',
  allServices: 'सभी सेवाएँ',
  code: 'कोड',
  withOrWithout: 'सभी संदेश',
  withCode: 'कोड के साथ',
  withoutCode: 'बिना कोड के',
  noLeaseOnly: 'सिर्फ़ बिना लीज़ वाले',
  nothingThere: 'कुछ नहीं मिला',
  clearFilters: 'खोज और फ़िल्टर साफ़ करें',
  count: (count, more) => (more ? moreThan(count) : messages(count)),
  csv: 'CSV में एक्सपोर्ट करें',
  json: 'JSON में एक्सपोर्ट करें',
  exported: 'संदेश एक्सपोर्ट हो गए।',
  list: 'संदेश',
  loading: 'संदेश पढ़े जा रहे हैं…',
  emptyTitle: 'अभी कोई संदेश नहीं है',
  emptyText: 'आपके नंबरों पर आने वाला हर SMS यहाँ रखा जाता है।',
  noMatchTitle: 'कोई संदेश मेल नहीं खाता',
  noMatchText: 'खोज का हर शब्द संदेश में होना चाहिए; हो सकता है किसी फ़िल्टर ने उसे हटा दिया हो।',
  fresh: counted({ one: '# नया संदेश', other: '# नए संदेश' }),
  today: 'आज',
  yesterday: 'कल',
  from: (sender) => `${sender} से`,
  to: (name) => `${name} को`,
  noLease: 'बिना लीज़',
  noLeaseHint: 'यह आपके नंबर पर तब आया जब उसकी कोई लीज़ नहीं थी, इसलिए कोई टेस्ट इसका इंतज़ार नहीं कर रहा था।',
  backfill: 'Twilio की सूची से पढ़ा गया',
  noCode: 'इस संदेश में कोई कोड नहीं मिला',
  otherCodes: 'इस संदेश के अन्य कोड',
  copyText: 'टेक्स्ट कॉपी करें',
  remove: 'मिटाएँ',
  removeThis: (sender, time) => `${sender} का संदेश मिटाएँ, ${time}`,
  removed: 'संदेश मिटा दिया गया।',
  notRestored: 'संदेश अब वापस नहीं लाया जा सकता।',
  notRestoredHint: 'मिटाया गया संदेश सिर्फ़ एक मिनट तक याद रखा जाता है।',
  noOlder: 'इससे पुराने संदेश नहीं हैं।',
};
// shortcuts: search: 'इनबॉक्स में खोजें', or: 'या', helpKey: 'अकेली कुंजियाँ / और ? इस्तेमाल करें'
