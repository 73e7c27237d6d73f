import type { Policy, Settings } from '../../../../electron/contract/settings.ts';
import type { LedgerKind, NumberState } from '../../../../electron/contract/state.ts';
import type { Words } from '../english.ts';
import { counter } from '../../../../electron/contract/plural.ts';

const policyNames: Record<Policy, string> = {
  release: 'तुरंत लौटाएँ',
  renewal: 'अगले बिल तक रखें',
  keep: 'जब तक मैं न लौटाऊँ, रखें',
};

const policyLines: Record<Policy, string> = {
  release: 'समय पूरा होते ही Twilio को लौट जाता है। हर लीज़ में नया नंबर ख़रीदा जाता है।',
  renewal: 'अगली लीज़ में भी काम आता है, और Twilio के अगले बिल से पहले अपने आप लौट जाता है।',
  keep: 'आपका रहता है, और हर महीने उसका बिल आता है।',
};

const numberStates: Record<NumberState, string> = {
  buying: 'ख़रीदा जा रहा है…',
  active: 'इस्तेमाल में',
  expired: 'समय पूरा हुआ',
  releasing: 'लौटाया जा रहा है…',
  released: 'लौटा दिया गया',
  idle: 'अगली लीज़ के लिए तैयार',
  foreign: 'OTP Dock का नहीं',
  stray: 'किसी दूसरे OTP Dock का',
};

const ledgerKinds: Record<LedgerKind, string> = {
  purchase: 'ख़रीदा',
  renewal: 'मासिक बिल',
  purchaseFailed: 'ख़रीद नहीं हुई',
  leaseStarted: 'लीज़ शुरू हुई',
  leaseEnded: 'लीज़ समाप्त हुई',
  released: 'लौटाया',
  recovered: 'फिर मिल गया',
  takenOver: 'अपनाया',
  letGo: 'छोड़ा',
  vanished: 'खाते से ग़ायब',
};

const onQuitChoices: Record<Settings['onQuit'], string> = {
  ask: 'मुझसे पूछें',
  release: 'उनके नंबर लौटा दें',
  keep: 'उनके नंबर रखें',
};

const counted = counter('hi-IN');
const numbers = counted({ one: '# नंबर', other: '# नंबर' });
const leases = counted({ one: '# लीज़', other: '# लीज़' });
const cost = counted({ one: '# नंबर का ख़र्च', other: '# नंबरों का ख़र्च' });
const forNumbers = counted({ one: '# नंबर के लिए', other: '# नंबरों के लिए' });

export const money: Words['money'] = {
  policy: {
    title: 'समय पूरा होने पर',
    defaultTitle: 'नंबर का समय पूरा होने पर',
    names: policyNames,
    lines: policyLines,
    recommended: 'सुझाया गया',
    past: (count, days) => `पिछले ${days} दिनों की आपकी ${leases(count)} पर इतना ख़र्च होता:`,
    single: 'एक नंबर का ख़र्च:',
    unknown: 'कीमत पता नहीं',
    cost: (amount, count) => `${amount} (${numbers(count)})`,
  },
  spending: {
    today: 'आज का ख़र्च',
    month: 'इस महीने',
    of: (spent, limit) => `${limit} में से ${spent}`,
    near: 'सीमा के पास',
    reached: 'सीमा पूरी हुई',
  },
  order: {
    more: 'और विकल्प',
    ready: 'रखा हुआ एक नंबर तैयार है: इस लीज़ का कोई ख़र्च नहीं।',
    priceAge: (age) => `मूल्य सूची ${age} पढ़ी गई`,
    areaCode: 'एरिया कोड',
    areaCodeHint: 'वैकल्पिक। तीन अंक, जैसे 415।',
    locality: 'शहर',
    localityHint: 'वैकल्पिक। जैसा Twilio लिखता है।',
    capabilities: 'SMS के अलावा ये भी हों',
    mms: 'MMS',
    voice: 'कॉल',
    fresh: 'हमेशा नया नंबर',
    freshHint: 'ऐसा नहीं जो पहले काम आ चुका हो।',
    service: 'सेवा',
    serviceHint: 'वैकल्पिक, जैसे GitHub। तब सिर्फ़ वही नंबर छोड़ा जाता है जो इस सेवा के लिए पहले काम आ चुका हो।',
    changeLimit: 'सीमा बदलें',
  },
  lease: {
    free: 'कोई ख़र्च नहीं: रखा हुआ नंबर',
    endAndKeep: 'समाप्त करें, नंबर रखें',
    keptUntil: (day) => `${day} तक दोबारा इस्तेमाल के लिए रखा है`,
    endAll: 'सभी समाप्त करें',
    endAllTitle: counted({ one: '# लीज़ समाप्त करें?', other: 'सभी # लीज़ समाप्त करें?' }),
    endAllBack: counted({
      one: '# नंबर Twilio को हमेशा के लिए लौट जाएगा।',
      other: '# नंबर Twilio को हमेशा के लिए लौट जाएँगे।',
    }),
    endAllKept: counted({
      one: '# नंबर अगली लीज़ के लिए रखा जाएगा।',
      other: '# नंबर अगली लीज़ के लिए रखे जाएँगे।',
    }),
    endAllOthers: (holders) => `इनमें ${holders} की लीज़ भी हैं।`,
    endAllHint: 'इसके बाद आने वाले संदेश किसी लीज़ के नहीं होंगे।',
  },
  owned: {
    title: 'आपके खाते पर',
    loading: 'आपके खाते के नंबर पढ़े जा रहे हैं…',
    none: 'खाते का हर नंबर इस्तेमाल में है, या कोई नंबर है ही नहीं।',
    refresh: 'फिर से पढ़ें',
    sum: (count, amount) => `${cost(count)} ${amount} प्रति माह`,
    nextBill: (day) => `अगला बिल ${day}`,
    filter: 'नंबर छाँटें',
    noMatch: 'किसी नंबर में यह नहीं है।',
    shown: (shown, all) => `${all} में से ${shown}`,
    more: 'और दिखाएँ',
    states: numberStates,
    lastHeldBy: (holder) => `पिछली बार ${holder} के पास`,
    served: counted({ one: '# लीज़ में काम आया', other: '# लीज़ में काम आया' }),
    goesBack: (day) => `${day} को लौटेगा`,
    webhook: (address) => `इसके संदेश ${address} पर जाते हैं`,
    policyOf: (number) => `${number} की लीज़ समाप्त होने पर`,
    problem: 'अभी लौटाया नहीं जा सका; अपने आप फिर कोशिश होगी',
    take: 'लें',
    takeThis: (number) => `${number} जैसी लीज़ लें`,
    giveBack: 'लौटाएँ…',
    giveBackThis: (number) => `${number} लौटाएँ…`,
    takeOver: 'अपनाएँ…',
    takeOverThis: (number) => `${number} अपनाएँ…`,
    takeStray: 'पूल में लें…',
    takeStrayThis: (number) => `${number} को पूल में लें…`,
    letGo: 'छोड़ें…',
    letGoThis: (number) => `${number} छोड़ें…`,
  },
  ask: {
    giveBack: {
      title: (number) => `${number} लौटाएँ?`,
      text: 'नंबर हमेशा के लिए चला जाएगा, और उस पर भेजा गया सब कुछ खो जाएगा। चुकाए गए महीने के पैसे वापस नहीं मिलते।',
      pool: 'यह आपके पूल का नंबर है: पूल में एक नंबर कम हो जाएगा।',
      confirm: 'अभी लौटाएँ',
    },
    takeOver: {
      title: (number) => `${number} अपनाएँ?`,
      text: 'OTP Dock यह नंबर आपके पूल में जोड़ेगा और इसके संदेश पाएगा। आप इसे बाद में छोड़ सकते हैं।',
      webhook: 'इसके संदेश अभी कहीं और जाते हैं:',
      replaced: 'उसके बाद वहाँ कोई संदेश नहीं पहुँचेगा। जब आप नंबर छोड़ेंगे, तब यह पहले जैसा कर दिया जाएगा।',
      confirm: 'अपनाएँ',
      replace: 'अपनाएँ और इसके संदेश यहाँ मँगाएँ',
    },
    letGo: {
      title: (number) => `${number} छोड़ें?`,
      text: 'नंबर आपके खाते पर रहेगा, और उसके संदेश वहीं जाएँगे जहाँ पहले जाते थे। कोई पैसा वापस नहीं मिलता।',
      confirm: 'छोड़ें',
    },
  },
  defaults: {
    poolSize: 'पूल का आकार',
    poolHint: (what) =>
      `इतने रखे हुए नंबर (${what}) तैयार रहते हैं, लीज़ पर या ख़ाली। कम पड़ने पर तुरंत ख़रीदे जाते हैं, और फ़ालतू नंबर अगले बिल से पहले लौट जाते हैं। 0 का मतलब है कोई पूल नहीं।`,
    poolEach: (price) => `हर एक के ${price} प्रति माह`,
    poolPrice: (count, price) => `${count} × ${price} प्रति माह`,
    poolNoPrice: 'कीमत पता नहीं है।',
    poolSave: 'पूल का आकार तय करें',
    onQuit: 'जब चालू लीज़ के साथ ऐप बंद करूँ',
    onQuitChoices,
  },
  toConfirm: {
    title: 'जब तक इन सीमाओं की पुष्टि नहीं होती, कुछ नहीं ख़रीदा जाता',
    text: 'फ़ाइलें ख़राब हो गईं, और ये सीमाएँ, या अब तक का ख़र्च, खो गया। हर एक को तय करें, या जो अभी है उसकी पुष्टि करें।',
    names: {
      limitPerDay: 'प्रति दिन सीमा',
      limitPerMonth: 'प्रति माह सीमा',
      leasesAtOnce: 'एक साथ नंबर',
      maxLeaseSeconds: 'सबसे लंबी लीज़, सेकंड में',
    },
    limit: (name, value) => `${name}: ${value ?? 'कोई सीमा नहीं'}`,
    confirm: 'इन सीमाओं की पुष्टि करें',
    confirmed: 'सीमाओं की पुष्टि हो गई।',
  },
  section: {
    title: 'पैसा',
    limits: 'सीमा से ऊपर जाने वाली ख़रीद नहीं की जाती। दिन और महीने UTC के हैं, जैसे Twilio के बिल में।',
    perDay: 'प्रति दिन सीमा',
    perMonth: 'प्रति माह सीमा',
    limitHint: 'कोई रकम, जैसे 12.50। ख़ाली का मतलब है कोई सीमा नहीं।',
    figures: 'आँकड़े',
    loading: 'आँकड़े पढ़े जा रहे हैं…',
    balance: 'बैलेंस',
    unknown: 'उपलब्ध नहीं',
    today: 'आज नंबरों पर ख़र्च',
    month: 'इस महीने नंबरों पर ख़र्च',
    byTwilio: 'Twilio के हिसाब से इस महीने',
    byTwilioValue: (phoneNumbers, total) => `नंबरों पर ${phoneNumbers}, कुल ${total}`,
    asOf: (time) => `${time} तक`,
    monthly: 'रखे हुए नंबरों का ख़र्च',
    monthlyValue: (amount) => `${amount} प्रति माह`,
    nextBill: 'अगला बिल',
    nextBillValue: (day, amount, count) => `${day}: ${forNumbers(count)} ${amount}`,
    noBill: 'कोई नहीं: कोई नंबर रखा नहीं है',
  },
  ledger: {
    title: 'बहीखाता',
    loading: 'बहीखाता पढ़ा जा रहा है…',
    none: 'अभी तक कुछ ख़रीदा नहीं गया है।',
    kinds: ledgerKinds,
    caption: counted({ one: 'सबसे नई # प्रविष्टि', other: 'सबसे नई # प्रविष्टियाँ' }),
    when: 'कब',
    what: 'क्या',
    number: 'नंबर',
    amount: 'रकम',
    csv: 'CSV में एक्सपोर्ट करें',
    json: 'JSON में एक्सपोर्ट करें',
    exported: 'बहीखाता एक्सपोर्ट हो गया।',
  },
  papers: {
    title: 'काग़ज़ात',
    purpose: 'कई देशों में नंबर सिर्फ़ स्वीकृत बंडल या पते के साथ मिलते हैं। देश के हिसाब से उन्हें यहाँ चुना जाता है।',
    loading: 'आपके खाते के काग़ज़ात पढ़े जा रहे हैं…',
    none: 'आपके खाते पर न कोई बंडल है, न कोई पता। वे Twilio Console में बनाए जाते हैं।',
    add: 'देश जोड़ें',
    bundle: 'बंडल',
    address: 'पता',
    identity: 'Identity SID',
    identityHint: 'वैकल्पिक। RI और 32 अंक या अक्षर; Twilio इनकी सूची नहीं देता।',
    notChosen: 'कोई नहीं',
    unapproved: (name, status) => `${name} (${status})`,
    missing: (sid) => `${sid} (खाते पर नहीं है)`,
  },
};
