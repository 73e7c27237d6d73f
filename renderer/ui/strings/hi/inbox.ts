import type { Words } from '../../strings.ts';

export const inbox: Words['inbox'] = {
  title: 'इनबॉक्स',
  filter: 'संदेश छाँटें',
  emptyTitle: 'अभी कोई संदेश नहीं है',
  emptyText: 'आपके नंबरों पर आने वाला हर SMS यहाँ रखा जाता है।',
  noMatch: 'किसी संदेश में यह टेक्स्ट नहीं है।',
  from: (sender) => `${sender} से`,
  to: (name) => `${name} को`,
  backfill: 'Twilio की सूची से पढ़ा गया',
  noCode: 'इस संदेश में कोई कोड नहीं मिला',
  copyText: 'टेक्स्ट कॉपी करें',
  older: 'पुराने संदेश लाएँ',
  noOlder: 'इससे पुराने संदेश नहीं हैं।',
};
