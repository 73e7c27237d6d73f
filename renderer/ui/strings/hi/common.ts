import type { Words } from '../english.ts';

export const common: Words['common'] = {
  appName: 'OTP Dock',
  skip: 'सीधे मुख्य सामग्री पर जाएँ',
  close: 'बंद करें',
  dismiss: 'हटाएँ',
  goTo: { money: 'सीमाएँ देखें' },
  retry: 'फिर कोशिश करें',
  copied: 'कॉपी हो गया',
  saved: 'सहेजा गया',
  cancel: 'रद्द करें',
  copyFailed: 'टेक्स्ट कॉपी नहीं हो सका।',
  copyFailedHint: 'उसे चुनकर खुद कॉपी करें। ब्राउज़र सिर्फ़ https या localhost वाले पेज पर कॉपी करने देते हैं।',
  twilioSays: (code) => (code === null ? 'Twilio का संदेश:' : `Twilio का संदेश (त्रुटि ${code}):`),
  moreInfo: 'Twilio की जानकारी पढ़ें',
};

export const nav: Words['nav'] = {
  label: 'मुख्य',
  numbers: 'नंबर',
  inbox: 'इनबॉक्स',
  settings: 'सेटिंग्स',
  shortcuts: 'कीबोर्ड शॉर्टकट',
};

export const connection: Words['connection'] = {
  connecting: 'OTP Dock से जुड़ रहे हैं…',
  lost: 'होस्ट से कनेक्शन टूट गया, फिर से जोड़ा जा रहा है…',
  lostMessage: 'OTP Dock से कनेक्शन टूट गया।',
  lostHint: 'वह अपने आप फिर जुड़ जाएगा। अगर न जुड़े, तो देखें कि होस्ट चल रहा है या नहीं, फिर दोबारा कोशिश करें।',
  refusedTitle: 'इस पेज को सही पते से खोलना होगा',
  refusedText: 'होस्ट ने एक्सेस टोकन स्वीकार नहीं किया, या पते में टोकन था ही नहीं।',
  refusedSteps: [
    'उस टर्मिनल पर जाएँ जहाँ आपने OTP Dock शुरू किया था।',
    'पते वाली लाइन खोजें; उसके अंत में #token= और एक लंबा शब्द होता है।',
    'वह पूरा पता यहाँ खोलें।',
  ],
};

export const shortcuts: Words['shortcuts'] = {
  title: 'कीबोर्ड शॉर्टकट',
  newNumber: 'नया नंबर लें',
  copyNewest: 'सबसे नया कोड कॉपी करें (जब कोई टेक्स्ट चुना न हो)',
  search: 'इनबॉक्स में खोजें',
  or: 'या',
  help: 'यह सूची दिखाएँ',
  helpKey: 'अकेली कुंजियाँ / और ? इस्तेमाल करें',
  nothingToCopy: 'अभी तक कोई कोड नहीं आया है।',
  nothingToCopyHint: 'पहले एक नंबर लें और उस पर SMS भेजें।',
};

export const countries: Words['countries'] = {
  easy: 'बिना काग़ज़ात के मिलते हैं',
  own: 'आपका डिफ़ॉल्ट',
  all: 'सभी देश',
};

export const account: Words['account'] = {
  panel: 'खाता',
  trial: 'ट्रायल',
  balance: (amount) => `बैलेंस ${amount}`,
  demo: 'डेमो खाता',
  none: 'कोई Twilio खाता नहीं',
};

export const demo: Words['demo'] = {
  label: 'डेमो',
  title: 'यह डेमो है',
  text: 'नंबर और संदेश इसी कंप्यूटर पर बनाए गए नमूने हैं। न कुछ ख़रीदा जाता है, न कुछ ख़र्च होता है।',
  leave: 'डेमो से बाहर जाएँ',
};

export const live: Words['live'] = { newCode: (code, name) => `${name} के लिए कोड ${code}` };
