import type { HostWords } from '../hostWords.ts';

/** What went wrong and what to do, by error code; the host's own sentence stands below with what it knows more. */
export const errors: HostWords['errors'] = {
  INVALID_INPUT: {
    message: 'दी गई जानकारी में कुछ ठीक नहीं है।',
    hint: 'उसे ठीक करें और फिर कोशिश करें।',
  },
  UNAUTHORIZED: {
    message: 'एक्सेस टोकन नहीं मिला, या ग़लत है।',
    hint: 'सही टोकन के साथ फिर कोशिश करें।',
  },
  FORBIDDEN: {
    message: 'इसकी अनुमति नहीं है।',
    hint: 'देखें कि यह अनुरोध कहाँ से आया और क्या यहाँ इसकी अनुमति है।',
  },
  NOT_FOUND: {
    message: 'माँगी गई चीज़ नहीं मिली।',
    hint: 'हो सकता है वह अब न हो; सूची फिर से पढ़ें।',
  },
  NOT_CONNECTED: {
    message: 'अभी कोई Twilio खाता जुड़ा नहीं है।',
    hint: 'पहले अपना Twilio खाता जोड़ें, या डेमो आज़माएँ।',
  },
  CONFLICT: {
    message: 'मौजूदा हालत में यह नहीं किया जा सकता।',
    hint: 'नीचे दी गई जानकारी देखें, फिर दोबारा कोशिश करें।',
  },
  INVALID_CREDENTIALS: {
    message: 'Twilio ने ये क्रेडेंशियल स्वीकार नहीं किए।',
    hint: 'Account SID और Auth Token को Twilio Console से पूरा कॉपी करके फिर डालें।',
  },
  ACCOUNT_SUSPENDED: {
    message: 'आपका Twilio खाता निलंबित है।',
    hint: 'Twilio Console में कारण देखें, या Twilio से संपर्क करें।',
  },
  NO_NUMBERS_AVAILABLE: {
    message: 'Twilio के पास इस समय ऐसा कोई नंबर नहीं है।',
    hint: 'दूसरे अंक, दूसरा प्रकार या दूसरा देश आज़माएँ।',
  },
  NUMBER_TAKEN: {
    message: 'यह नंबर अब किसी और के पास है।',
    hint: 'फिर से नंबर लें; दूसरा नंबर चुना जाएगा।',
  },
  INVALID_NUMBER: {
    message: 'Twilio इसे सही फ़ोन नंबर नहीं मानता।',
    hint: 'नंबर जाँचें और फिर कोशिश करें।',
  },
  AREA_CODE_UNAVAILABLE: {
    message: 'इस एरिया कोड में कोई नंबर नहीं है।',
    hint: 'दूसरा एरिया कोड आज़माएँ, या उसे ख़ाली छोड़ दें।',
  },
  COUNTRY_UNSUPPORTED: {
    message: 'Twilio इस देश में ऐसे नंबर नहीं देता।',
    hint: 'दूसरा देश या दूसरा प्रकार चुनें।',
  },
  REGULATORY_BUNDLE_REQUIRED: {
    message: 'इस देश के नंबर के लिए स्वीकृत बंडल चाहिए।',
    hint: 'Twilio Console में बंडल बनाएँ और उसे सेटिंग्स में काग़ज़ात के नीचे चुनें, या दूसरा देश चुनें।',
  },
  ADDRESS_REQUIRED: {
    message: 'इस देश के नंबर के लिए पता चाहिए।',
    hint: 'Twilio Console में पता जोड़ें और उसे सेटिंग्स में काग़ज़ात के नीचे चुनें, या दूसरा देश चुनें।',
  },
  TRIAL_LIMIT: {
    message: 'ट्रायल खाते पर इससे ज़्यादा की अनुमति नहीं है।',
    hint: 'पहले मौजूदा नंबर लौटाएँ, या Twilio खाता अपग्रेड करें।',
  },
  INSUFFICIENT_FUNDS: {
    message: 'Twilio खाते में पर्याप्त बैलेंस नहीं है।',
    hint: 'Twilio Console में पैसे जोड़ें, फिर कोशिश करें।',
  },
  LEASE_LIMIT: {
    message: 'यह लीज़ की तय की हुई सीमा से लंबी होती।',
    hint: 'कम समय माँगें, या सेटिंग्स में सीमा बदलें।',
  },
  SPEND_LIMIT: {
    message: 'यह ख़रीद आपकी तय की हुई सीमा से ऊपर चली जाती।',
    hint: 'सेटिंग्स में सीमा बदलें, या रखा हुआ नंबर इस्तेमाल करें।',
  },
  RATE_LIMITED: {
    message: 'थोड़े समय में बहुत ज़्यादा अनुरोध हो गए।',
    hint: 'कुछ देर रुककर फिर कोशिश करें।',
  },
  TWILIO_UNREACHABLE: {
    message: 'Twilio तक नहीं पहुँचा जा सका।',
    hint: 'इंटरनेट कनेक्शन जाँचें और फिर कोशिश करें।',
  },
  TWILIO_ERROR: {
    message: 'Twilio ने अनुरोध ठुकरा दिया।',
    hint: 'नीचे देखें कि Twilio क्या कहता है, फिर दोबारा कोशिश करें।',
  },
  TUNNEL_FAILED: {
    message: 'टनल काम नहीं कर रही, इसलिए SMS सीधे नहीं पहुँचते।',
    hint: 'सेटिंग्स में SMS पाने का तरीका जाँचें, या टनल फिर से खोलें।',
  },
  PORT_IN_USE: {
    message: 'पोर्ट कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है।',
    hint: 'उस प्रोग्राम को बंद करें, या दूसरा पोर्ट चुनें।',
  },
  HOST_RUNNING: {
    message: 'इस डेटा फ़ोल्डर के साथ OTP Dock पहले से चल रहा है।',
    hint: 'चल रहे ऐप का इस्तेमाल करें, या पहले उसे बंद करें।',
  },
  LEASE_ENDED: {
    message: 'यह लीज़ समाप्त हो चुकी है।',
    hint: 'नया नंबर लें।',
  },
  RECEPTION_PAUSED: {
    message: 'SMS पाना रोका गया है, इसलिए कोई संदेश नहीं आता।',
    hint: 'उसे फिर शुरू करें; इस बीच Twilio को जो मिला, वह तब पढ़ा जाएगा।',
  },
  STORAGE_FAILED: {
    message: 'डेटा पढ़ा या सहेजा नहीं जा सका।',
    hint: 'डिस्क की ख़ाली जगह और डेटा फ़ोल्डर की अनुमतियाँ जाँचें।',
  },
  SECRET_STORAGE_UNAVAILABLE: {
    message: 'गोपनीय जानकारी यहाँ सुरक्षित नहीं रखी जा सकती।',
    hint: 'बिना याद रखे आगे बढ़ें; वह सिर्फ़ इस बार के लिए रखी जाएगी।',
  },
  NO_CODE: {
    message: 'समय रहते कोई कोड नहीं आया।',
    hint: 'देखें कि ऐप सही नंबर पर भेज रहा है, फिर कोशिश करें।',
  },
  INTERNAL: {
    message: 'OTP Dock में कोई अनजानी समस्या आई।',
    hint: 'फिर कोशिश करें। समस्या बनी रहे तो लॉग में और जानकारी है; कृपया हमें बताएँ।',
  },
};
