import type { ReceptionKind, SetupStep } from '../../../../electron/contract/settings.ts';
import type { SecretStorage } from '../../../../electron/contract/state.ts';
import type { Words } from '../english.ts';

const remember: Record<SecretStorage, string> = {
  encrypted: 'याद रखें, इस कंप्यूटर के कीचेन से एन्क्रिप्ट करके',
  file: 'ऐसी फ़ाइल में याद रखें जिसे सिर्फ़ आपका यूज़र खाता पढ़ सके',
  unavailable: 'याद रखें (यहाँ संभव नहीं)',
};

const titles: Record<Exclude<SetupStep, 'done'>, string> = {
  connect: 'Twilio से जुड़ें',
  reception: 'SMS कैसे आएँ',
  leaseEnd: 'लीज़ पूरी होने पर',
};

const intros: Record<Exclude<SetupStep, 'done'>, string> = {
  connect: 'OTP Dock आपके अपने Twilio खाते पर फ़ोन नंबर लेता है और उन पर आने वाले कोड दिखाता है।',
  reception: 'Twilio हर SMS इस कंप्यूटर पर भेज सकता है, या OTP Dock उसे ख़ुद पूछ लेता है। सेटिंग्स में इसे कभी भी बदला जा सकता है।',
  leaseEnd: 'लीज़ वह समय है जिसके लिए आप नंबर इस्तेमाल करते हैं। हर नंबर लेते समय अलग चुनाव किया जा सकता है।',
};

const ways: Record<ReceptionKind, string> = {
  ngrok: 'ngrok के ज़रिए',
  url: 'आपके अपने URL के ज़रिए',
  polling: 'पोलिंग',
};

const wayHints: Record<ReceptionKind, string> = {
  ngrok: 'इस कंप्यूटर तक एक टनल: SMS तुरंत आते हैं। मुफ़्त ngrok खाता चाहिए।',
  url: 'आपका कोई पता इस कंप्यूटर तक पहुँचता है: SMS तुरंत आते हैं।',
  polling: 'कुछ सेट नहीं करना है: OTP Dock Twilio की सूची पढ़ता है। SMS कुछ सेकंड बाद दिखते हैं।',
};

const fixedWays: Record<ReceptionKind, string> = {
  ngrok: 'एनवायरनमेंट ने ngrok चुना है।',
  url: 'एनवायरनमेंट ने आपका अपना URL चुना है।',
  polling: 'एनवायरनमेंट ने पोलिंग चुनी है।',
};

export const onboarding: Words['onboarding'] = {
  titles,
  intros,
  progress: (step, steps) => `चरण ${step} / ${steps}`,
  back: 'पीछे',
  next: 'आगे बढ़ें',
  finish: 'पूरा करें',
  accountSid: 'Account SID',
  accountSidHint: 'AC से शुरू होता है और 34 अक्षरों का होता है।',
  authToken: 'Auth Token',
  authTokenHint: 'इसी कंप्यूटर पर रहता है, और फिर कभी नहीं दिखाया जाता।',
  whereToken: 'यह Twilio Console के पहले पेज पर Account Info के नीचे मिलता है।',
  where: 'दोनों Twilio Console के पहले पेज पर Account Info के नीचे मिलते हैं।',
  console: 'Twilio Console खोलें',
  remember,
  rememberUnavailable:
    'इस कंप्यूटर पर गोपनीय जानकारी रखने की कोई सुरक्षित जगह नहीं है, इसलिए वह सिर्फ़ इस बार ऐप बंद होने तक रखी जाएगी।',
  connect: 'जुड़ें',
  connected: 'Twilio ने ये क्रेडेंशियल स्वीकार कर लिए',
  account: {
    name: 'खाता',
    state: 'स्थिति',
    active: 'चालू',
    trial: 'चालू, ट्रायल',
    trialHint: 'ट्रायल खाते में एक बार में एक ही नंबर हो सकता है। ज़्यादा के लिए Twilio Console में खाता अपग्रेड करें।',
    balance: 'बैलेंस',
    balanceUnknown: 'Twilio नहीं बताता',
  },
  otherAccount: 'दूसरा खाता इस्तेमाल करें',
  or: 'या',
  demo: 'डेमो आज़माएँ',
  demoHint: 'न खाता चाहिए, न कुछ ख़र्च होता है।',
  checking: 'आपका Twilio खाता जाँचा जा रहा है…',
  checkingSid: (sid) => `खाता ${sid}`,
  failed: {
    unreachable: 'Twilio अभी इस्तेमाल नहीं किया जा सकता',
    refused: 'अपना नया Auth Token डालें',
    suspended: 'आपका Twilio खाता चालू नहीं है',
    other: 'आपका Twilio खाता काम नहीं कर रहा',
    again: 'अपने आप फिर कोशिश होगी।',
    refusedHint:
      'इसका Auth Token Twilio Console में बदला गया है, या खाता रोक दिया गया है। आपके नंबर और कोड यहीं रहते हैं, और इस बीच आने वाले SMS तब लाए जाएँगे जब Twilio नया टोकन स्वीकार करेगा।',
    token: 'नया Auth Token',
    connect: 'फिर से जुड़ें',
  },
  otherCredentials: 'दूसरे क्रेडेंशियल इस्तेमाल करें',
  fromEnvironment:
    'ये क्रेडेंशियल TWILIO_ACCOUNT_SID और TWILIO_AUTH_TOKEN से आए हैं। दूसरे इस्तेमाल करने के लिए इन वेरिएबल को बदलें और OTP Dock फिर से शुरू करें।',
  reception: {
    label: 'आने का रास्ता',
    ways,
    wayHints,
    recommended: 'सुझाया गया',
    tokenKnown: {
      environment: 'आपका ngrok टोकन एनवायरनमेंट के NGROK_AUTHTOKEN से आता है।',
      stored: 'आपका ngrok टोकन इस कंप्यूटर पर याद रखा गया है।',
      session: 'आपका ngrok टोकन सिर्फ़ इस बार के लिए रखा गया है।',
    },
    token: 'ngrok टोकन',
    tokenMissing: 'अपना ngrok टोकन डालें।',
    tokenLink: 'इसे अपने ngrok डैशबोर्ड पर देखें',
    domain: 'ngrok डोमेन',
    domainHint: 'ज़रूरी नहीं। जैसे my-name.ngrok-free.app।',
    domainFixed: (domain) => `${domain}, एनवायरनमेंट के NGROK_DOMAIN से`,
    url: 'सार्वजनिक URL',
    urlHint: (webhook) => `जैसे https://example.com। इसे ${webhook} तक पहुँचना चाहिए।`,
    urlFixed: (url) => `${url}, एनवायरनमेंट के WEBHOOK_BASE_URL से`,
    urlMissing: 'वह पता डालें जो इस कंप्यूटर तक पहुँचता है।',
    open: 'टनल जोड़ें',
    check: 'पता जाँचें',
    checkAgain: 'फिर जाँचें',
    connecting: 'ngrok से जुड़ रहे हैं…',
    checking: 'इस पते से ख़ुद को एक हस्ताक्षरित संदेश भेजा जा रहा है…',
    online: 'टनल खुल गई है',
    skip: 'अभी के लिए पोलिंग',
    fixed: fixedWays,
    fixedHint: 'दूसरा रास्ता चुनने के लिए वहाँ OTP_DOCK_TUNNEL बदलें और OTP Dock फिर से शुरू करें।',
  },
  leaseEnd: {
    country: 'आपके नंबरों का देश',
    duration: 'लीज़ की अवधि (सेकंड)',
  },
};
