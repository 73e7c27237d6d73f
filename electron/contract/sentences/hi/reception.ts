import type { reception as english } from '../reception.ts';
import type { Translation } from '../translation.ts';

export const reception: Translation<typeof english> = {
  diverted: 'किसी और ने बदल दिया है कि Twilio इस नंबर के संदेश कहाँ भेजे।',
  divertedHint:
    'वे Twilio की सूची से पढ़े जाते हैं। अगर यह अनजाने में हुआ हो, तो Twilio Console में इस नंबर का वेबहुक पहले जैसा कर दें, या नया नंबर लें।',
  badSignatures: {
    one: 'वेबहुक पर आए एक अनुरोध का सिग्नेचर सही नहीं था।',
    other: 'वेबहुक पर आए {count:number} अनुरोधों के सिग्नेचर सही नहीं थे।',
  },
  badSignaturesHint: 'अगर Twilio में Auth Token बदला गया है, तो नया टोकन सेटिंग्स में डालें। नहीं तो कोई और इस पते को आज़मा रहा है।',
  notStored: 'एक संदेश डिस्क पर लिखा नहीं जा सका; Twilio से उसे फिर भेजने को कहा गया।',
  notStoredHint: 'डिस्क की ख़ाली जगह और डेटा फ़ोल्डर की अनुमतियाँ जाँचें।',
  crowded: 'वेबहुक पर जगह से ज़्यादा कनेक्शन आ रहे हैं: कोई इस पते को आज़मा रहा है।',
  crowdedHint: 'इस बीच संदेश Twilio की सूची से पढ़े जाते हैं। सेटिंग्स में दूसरा सार्वजनिक URL चुनें, तो यह भीड़ पीछे छूट जाएगी।',
  polled: 'संदेश हर कुछ सेकंड में Twilio की सूची से पढ़े जाते हैं, इसलिए थोड़ी देर से दिखते हैं।',
  polledHint: 'सेटिंग्स में टनल या अपना सार्वजनिक URL चुनने पर वे तुरंत आते हैं।',
  silent: 'लीज़ शुरू होने के बाद से कोई वेबहुक नहीं आया; {last:sentence}।',
  noneBefore: 'उससे पहले भी कोई नहीं आया था',
  lastCame: 'पिछला {ago:sentence} आया था',
  minutesAgo: '{count:number} मिनट पहले',
  hoursAgo: '{count:number} घंटे पहले',
  silentHint: 'सेटिंग्स में “SMS पाना” के नीचे (“SMS पाने का हाल”) वेबहुक जाँचें; “अभी जाँचें” Twilio की सूची तुरंत पढ़ता है।',
  sender: 'हो सकता है कि जिस ऐप को आप टेस्ट कर रहे हैं, उसने SMS अभी भेजा न हो, या उसका प्रदाता ऐसे नंबर पर न भेजता हो।',
  senderHint: 'उस ऐप में नंबर और देश का कोड जाँचें। बैंक और कुछ सेवाएँ इंटरनेट (VoIP) नंबरों पर नहीं भेजतीं।',
  answers: '{url} जवाब देता है।',
  leadsHere: 'वह इसी ऐप तक पहुँचता है।',
  leadsElsewhere: 'वह कहीं और पहुँचता है: किसी दूसरे प्रोग्राम तक, या किसी दूसरे OTP Dock तक।',
  signed: 'सिग्नेचर सही है।',
  notSigned: 'सिग्नेचर स्वीकार नहीं हुआ।',
  notSignedHint: 'प्रॉक्सी या टनल अनुरोध का मुख्य भाग और X-Twilio-Signature हेडर जैसे हैं वैसे ही आगे भेजे, और खुद कोई जवाब न दे।',
  listenerAnswered: 'वेबहुक ने {status:number} जवाब दिया।',
  wouldHaveGot: 'Twilio को {status:number} मिलता।',
  paused: 'SMS पाना रोका गया है, इसलिए कोई संदेश नहीं आता।',
  pausedHint: 'उसे OTP Dock में या ट्रे से फिर शुरू करें; इस बीच Twilio को जो मिला, वह तब पढ़ा जाएगा।',
  nothingToTest: 'जाँचने के लिए कोई सार्वजनिक URL नहीं है।',
  nothingToTestHint: '“SMS पाना” में ngrok या अपना पता चुनें; Twilio की सूची के लिए वेबहुक नहीं चाहिए।',
};
