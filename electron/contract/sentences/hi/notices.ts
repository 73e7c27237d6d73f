import type { notices as english } from '../notices.ts';
import type { Translation } from '../translation.ts';

export const notices: Translation<typeof english> = {
  portTaken: 'पोर्ट {wanted:number} कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है, इसलिए वेबहुक पोर्ट {got:number} पर लिए जा रहे हैं।',
  portTakenHint:
    'अगर आपकी कोई टनल या प्रॉक्सी पोर्ट {wanted:number} पर भेजती है, तो दूसरा प्रोग्राम बंद करें, या PORT बदलें, और OTP Dock फिर से शुरू करें।',
  settingsRecovered: 'सेटिंग्स फ़ाइल पढ़ी नहीं जा सकी, इसलिए OTP Dock डिफ़ॉल्ट सेटिंग्स के साथ शुरू हुआ।',
  settingsFromCopy: 'सेटिंग्स फ़ाइल पढ़ी नहीं जा सकी, इसलिए OTP Dock उसकी पिछली सही प्रति के साथ शुरू हुआ।',
  settingsDamaged: 'सेटिंग्स फ़ाइल ख़राब हो गई थी; उसमें से जो पढ़ा जा सका, वह रखा गया।',
  settingsCopied: 'उसकी पिछली सही प्रति से: {names:list}।',
  settingsLost: 'डिफ़ॉल्ट के साथ: {names:list}।',
  settingsRecoveredHint: 'कुछ भी मिटाया नहीं गया: पुरानी फ़ाइल {file} है।',
  settingsGone: 'सेटिंग्स फ़ाइल नहीं थी, इसलिए OTP Dock उसकी पिछली सही प्रति के साथ शुरू हुआ।',
  settingsGoneHint: 'डिफ़ॉल्ट से शुरू करने के लिए डेटा फ़ोल्डर में settings.last-good.json भी मिटा दें।',
  historyRecovered: 'इतिहास ख़राब हो गया था और अलग रख दिया गया, इसलिए OTP Dock ने नया इतिहास शुरू किया।',
  historyRecoveredHint:
    'कुछ भी मिटाया नहीं गया: पुरानी फ़ाइल {file} है। खाते के जो नंबर OTP Dock ने ख़रीदे थे, वे फिर से ले लिए जाते हैं और अगले बिल तक रखे जाते हैं; उन्हें “नंबर” में देख लें। पहले का ख़र्च अब नहीं गिना जाता।',
  logDamaged: 'OTP Dock ने सबसे आख़िर में जो लिखा था, वह डिस्क पर ख़राब हो गया, इसलिए कुछ संदेश या बदलाव छूटे हो सकते हैं।',
  logDamagedHint:
    'संदेश Twilio की सूची से फिर लाए जाते हैं, वे भी जो मिटाए गए थे। “नंबर” में नंबर देख लें। ख़राब लॉग रखा गया है: {file}।',
  clockForward: 'इस कंप्यूटर की घड़ी {by:sentence} आगे कर दी गई।',
  clockBack: 'इस कंप्यूटर की घड़ी {by:sentence} पीछे कर दी गई।',
  someSeconds: 'कुछ सेकंड',
  minutes: '{count:number} मिनट',
  clockHint: 'इस्तेमाल में जो नंबर हैं, उनका बचा हुआ समय वही रहता है; कुछ करने की ज़रूरत नहीं है।',
  seconds: '{count:number} सेकंड',
  clockAhead: 'इस कंप्यूटर की घड़ी Twilio की घड़ी से {by:sentence} आगे है।',
  clockBehind: 'इस कंप्यूटर की घड़ी Twilio की घड़ी से {by:sentence} पीछे है।',
  clockDiffersHint: 'OTP Dock इसका ध्यान रखता है, और कोई संदेश नहीं छूटता। सिस्टम को घड़ी अपने आप सेट करने दें।',
  stray: 'नंबर {number} किसी दूसरे OTP Dock ने ख़रीदा, या इसी ने, अपना डेटा फ़ोल्डर खोने से पहले।',
  strays: '{count:number} नंबर किसी दूसरे OTP Dock ने ख़रीदे, या इसी ने, अपना डेटा फ़ोल्डर खोने से पहले।',
  straysHint:
    'हर एक का हर महीने ख़र्च होता है। “नंबर” में “आपके खाते पर” के नीचे उन्हें लौटाएँ या पूल में लें; अगर कोई दूसरा OTP Dock उन्हें इस्तेमाल कर रहा है, तो रहने दें।',
  diverted: 'किसी और ने बदल दिया है कि Twilio {number} के संदेश कहाँ भेजे।',
  divertedHint:
    'OTP Dock इसे वैसा ही रहने देता है, और संदेश कुछ सेकंड बाद Twilio की सूची से पढ़ता है। अगर यह अनजाने में हुआ हो, तो Twilio Console में इस नंबर का वेबहुक पहले जैसा कर दें।',
  fault: 'OTP Dock में एक अनपेक्षित गड़बड़ी हुई, पर वह चल रहा है।',
  faultHint:
    'अगर अब कुछ काम न करे, तो OTP Dock बंद करके फिर शुरू करें; इस्तेमाल में जो नंबर हैं, वे बने रहते हैं। रिपोर्ट के लिए ज़रूरी जानकारी सेटिंग्स में “परिचय” के नीचे “निदान जानकारी दिखाएँ” में है।',
  poolNotFilled: 'पूल पूरा नहीं भरा जा सका: {problem:sentence}',
  stuck: '{number} अभी Twilio को लौटाया नहीं जा सका।',
  stuckFor: '{number} अभी Twilio को लौटाया नहीं जा सका: {problem:sentence}',
  refused: 'Twilio {number} वापस लेने से इनकार करता है: {said:foreign}',
  refusedHint:
    'यह नंबर Twilio Console में छोड़ दें (Phone Numbers, Manage, Active numbers): इसका हर महीने ख़र्च होता है। OTP Dock लगभग दिन में एक बार फिर कोशिश करता है।',
  stuckHint:
    'OTP Dock कोशिश करता रहेगा, फिर से शुरू होने के बाद भी। अगर फिर भी न लौटे, तो Twilio Console में नंबर छोड़ दें: उसका हर महीने ख़र्च होता है।',
};
