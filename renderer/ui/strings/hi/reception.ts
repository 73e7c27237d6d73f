import type { RefusalReason, SelfTest } from '../../../../electron/contract/reception.ts';
import type { ReceptionKind } from '../../../../electron/contract/settings.ts';
import type { TunnelPhase } from '../../../../electron/contract/state.ts';
import type { Words } from '../english.ts';
import { counter } from '../../../../electron/contract/plural.ts';

const counted = counter('hi-IN');
const messages = counted({ one: '# संदेश', other: '# संदेश' });
const found = counted({ one: '# संदेश मिला', other: '# संदेश मिले' });

const phases: Record<TunnelPhase, string> = {
  off: 'SMS पाना बंद है',
  connecting: 'SMS पाने के लिए जुड़ रहे हैं…',
  online: 'SMS तुरंत आते हैं',
  degraded: 'SMS देर से आ सकते हैं',
  failed: 'SMS सीधे इस कंप्यूटर तक नहीं भेजे जा सकते',
};

const through: Record<Exclude<ReceptionKind, 'polling'>, string> = {
  ngrok: 'SMS ngrok से तुरंत आते हैं',
  url: 'SMS आपके अपने URL से तुरंत आते हैं',
};

const tunnelNames: Record<Exclude<ReceptionKind, 'polling'>, string> = { ngrok: 'ngrok', url: 'आपका अपना URL' };

const tunnelStates: Record<TunnelPhase, string> = {
  off: 'बंद',
  connecting: 'जुड़ रहा है…',
  online: 'खुली है',
  degraded: 'रुकावट है',
  failed: 'नहीं चली',
};

const refusals: Record<RefusalReason, string> = {
  signature: 'आपके Auth Token से साइन नहीं किया गया',
  malformed: 'वैसा SMS नहीं जैसा Twilio भेजता है',
  tooLarge: 'बहुत बड़ा',
  wrongType: 'फ़ॉर्म नहीं, जबकि Twilio फ़ॉर्म भेजता है',
  tooMany: 'एक साथ बहुत ज़्यादा',
  wrongPath: '/webhook के बजाय किसी और पाथ पर भेजा गया',
  notStored: 'सहेजा नहीं जा सका; Twilio से फिर भेजने को कहा गया',
  paused: 'SMS पाना रुका था तब आया; फिर शुरू करने पर Twilio की सूची से पढ़ा जाता है',
};

const hops: Record<SelfTest['hops'][number]['name'], string> = {
  publicUrl: 'सार्वजनिक URL',
  listener: 'इस कंप्यूटर पर वेबहुक',
  signature: 'सिग्नेचर',
  answer: 'जवाब',
};

export const reception: Words['reception'] = {
  pause: {
    switch: 'SMS पाना रोकें',
    switchHint:
      'तब तक कुछ नहीं आता: टनल बंद रहती है और Twilio की सूची नहीं पढ़ी जाती। लीज़ चलती रहती हैं। फिर शुरू करने पर इस बीच आए संदेश सूची से पढ़े जाते हैं, कुछ नहीं खोता।',
    label: 'SMS पाना',
    title: (time) => `SMS पाना ${time} से रुका है`,
    text: 'लीज़ चलती रहती हैं। इस बीच जो आएगा, वह फिर शुरू करने पर पढ़ा जाएगा।',
    resume: 'फिर शुरू करें',
    resumed: 'SMS पाना फिर चालू है।',
    waiting: 'SMS पाना रुका है',
  },
  way: {
    phases,
    paused: 'SMS पाना रुका है',
    through,
    polling: 'हर कुछ सेकंड में Twilio की सूची से संदेश पढ़े जा रहे हैं',
    pollingLater: 'जब कोई नंबर चालू हो, तब Twilio की सूची पढ़ी जाती है',
    pollingInstead: 'टनल के लौटने तक Twilio की सूची हर कुछ सेकंड में पढ़ी जाएगी',
    retry: 'फिर कोशिश करें: टनल दोबारा खोलें',
    retried: 'टनल दोबारा खोली गई।',
  },
  late: {
    title: 'अभी तक कोई SMS नहीं। यह जाँचें',
    looking: 'कारण खोजा जा रहा है…',
    app: 'क्या ऐप देश के कोड के साथ पूरे नंबर पर भेज रहा है? क्या वह इस देश में भेजता है, और उसकी भेजने की सीमा बाकी है?',
    check: 'अभी जाँचें',
    found: (count) => (count === 0 ? 'Twilio के पास कुछ नया नहीं' : found(count)),
    alerts: 'लीज़ शुरू होने के बाद वेबहुक पर Twilio की त्रुटियाँ',
    noAlerts: 'Twilio का त्रुटि लॉग पढ़ा नहीं जा सका।',
    alert: (code, time) => `त्रुटि ${code}, ${time}:`,
    moreInfo: (code) => `त्रुटि ${code} पर Twilio की जानकारी पढ़ें`,
  },
  diverted: 'किसी और ने बदल दिया है कि इसके संदेश कहाँ जाएँ; वे Twilio की सूची से पढ़े जाते हैं',
  health: {
    title: 'SMS पाने का हाल',
    run: 'OTP Dock शुरू होने के बाद से:',
    pushed: 'Twilio ने वेबहुक पर भेजे',
    listed: 'छूटे हुए, Twilio की सूची से पढ़े गए',
    count: (count) => (count === 0 ? 'कोई नहीं' : messages(count)),
    pushedAt: (time) => `आख़िरी ${time} पर`,
    listedAt: (time) => `सूची पिछली बार ${time} पर पढ़ी गई`,
    refused: 'ठुकराए गए अनुरोध',
    refusals,
    refusal: (words, count) => `${words}: ${count}`,
    none: 'कोई नहीं',
    tunnel: 'टनल',
    tunnelState: (kind, phase) => `${tunnelNames[kind]}: ${tunnelStates[phase]}`,
    noTunnel: 'कोई नहीं, इसकी जगह Twilio की सूची पढ़ी जाती है',
  },
  test: {
    button: 'वेबहुक जाँचें',
    purpose: 'सार्वजनिक URL से होकर खुद को साइन किया हुआ संदेश भेजता है। उसका कुछ भी सहेजा नहीं जाता।',
    notNeeded: 'जाँचने के लिए कोई वेबहुक नहीं है: SMS Twilio की सूची से पढ़े जाते हैं। वेबहुक के लिए ngrok या अपना URL चुनें।',
    works: 'वेबहुक काम कर रहा है।',
    broken: 'वेबहुक काम नहीं कर रहा।',
    result: 'जाँच का नतीजा',
    hops,
    ok: 'ठीक',
    failed: 'नाकाम',
    ms: (ms) => `${Math.round(ms)} मि॰से॰`,
  },
};
