import type { SecretStorage } from '../../../../electron/contract/state.ts';
import type { Words } from '../../strings.ts';

const remember: Record<SecretStorage, string> = {
  encrypted: 'याद रखें, इस कंप्यूटर के कीचेन से एन्क्रिप्ट करके',
  file: 'ऐसी फ़ाइल में याद रखें जिसे सिर्फ़ आपका यूज़र खाता पढ़ सके',
  unavailable: 'याद रखें (यहाँ संभव नहीं)',
};

export const onboarding: Words['onboarding'] = {
  title: 'Twilio से जुड़ें',
  intro: 'OTP Dock आपके अपने Twilio खाते पर फ़ोन नंबर लेता है और उन पर आने वाले कोड दिखाता है।',
  accountSid: 'Account SID',
  accountSidHint: 'AC से शुरू होता है। दोनों Twilio Console में Account info के नीचे मिलते हैं।',
  authToken: 'Auth Token',
  remember,
  rememberUnavailable:
    'इस कंप्यूटर पर गोपनीय जानकारी रखने की कोई सुरक्षित जगह नहीं है, इसलिए वह सिर्फ़ इस बार ऐप बंद होने तक रखी जाएगी।',
  connect: 'जुड़ें',
  or: 'या',
  demo: 'डेमो आज़माएँ',
  demoHint: 'न खाता चाहिए, न कुछ ख़र्च होता है।',
  checking: 'आपका Twilio खाता जाँचा जा रहा है…',
  checkingSid: (sid) => `खाता ${sid}`,
  failedTitle: 'आपके Twilio खाते तक नहीं पहुँचा जा सका',
  otherCredentials: 'दूसरे क्रेडेंशियल इस्तेमाल करें',
  fromEnvironment:
    'ये क्रेडेंशियल TWILIO_ACCOUNT_SID और TWILIO_AUTH_TOKEN से आए हैं। दूसरे इस्तेमाल करने के लिए इन वेरिएबल को बदलें और OTP Dock फिर से शुरू करें।',
};
