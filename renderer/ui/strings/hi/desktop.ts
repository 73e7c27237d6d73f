import type { NotificationCodes } from '../../../../electron/contract/settings.ts';
import type { Words } from '../english.ts';
import { counter } from '../../../../electron/contract/plural.ts';

const codesChoices: Record<NotificationCodes, string> = {
  show: 'हमेशा',
  hideWhenLocked: 'लॉक स्क्रीन पर नहीं',
  never: 'कभी नहीं',
};

const left = counter('hi-IN')({
  one: 'एक नंबर बाकी है। Twilio के वापस लेते ही OTP Dock बंद हो जाएगा।',
  other: '# नंबर बाकी हैं। Twilio के वापस लेते ही OTP Dock बंद हो जाएगा।',
});

export const desktop: Words['desktop'] = {
  codes: 'सूचनाओं में कोड दिखाएँ',
  codesHint: 'उन्हें कॉपी फिर भी किया जा सकता है। प्रस्तुति के समय ट्रे और “दृश्य” मेनू का “फ़िलहाल कोड छिपाएँ” भी उन्हें छिपाता है।',
  codesChoices,
  title: 'इस डेस्कटॉप पर',
  shortcut: 'किसी भी ऐप से सबसे नया कोड कॉपी करने की कुंजियाँ',
  shortcutHint: 'इस फ़ील्ड में कुंजियाँ दबाएँ। Backspace उन्हें हटाता है, Escape पहले जैसा छोड़ देता है।',
  shortcutNone: 'कोई नहीं',
  closeToTray: 'विंडो बंद करने पर ट्रे में चलता रहे',
  closeToTrayHint: 'कोड आते रहते हैं। जिस डेस्कटॉप पर ट्रे न हो, वहाँ विंडो देखने के लिए OTP Dock फिर से शुरू करें।',
  startAtLogin: 'लॉग इन करते ही शुरू हो',
  startAtLoginHint: 'बिना विंडो दिखाए।',
  closingTitle: 'नंबर लौटाए जा रहे हैं…',
  closingLeft: (count) => (count === 0 ? 'OTP Dock अब बंद हो रहा है।' : left(count)),
  closingHint: 'जिसमें ज़्यादा समय लगे, वह अगली बार शुरू होने पर पूरा होगा।',
};
