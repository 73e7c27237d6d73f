import type { sharing as english } from '../sharing.ts';
import type { Translation } from '../translation.ts';

export const sharing: Translation<typeof english> = {
  nameTaken: '{name} नाम का टोकन पहले से है।',
  nameTakenHint: 'दूसरा नाम चुनें, या उसे हटाएँ।',
  noToken: '{name} नाम का कोई टोकन नहीं है।',
  noTokenHint: 'टोकन की सूची में देखें कि कौन-से हैं।',
  dayLimit:
    'इस नंबर की कीमत {price} है; इसके साथ टोकन {holder} का आज का ख़र्च {total} हो जाता, जो उसकी प्रति दिन सीमा {limit} से ज़्यादा है।',
  dayLimitHint: 'कुछ नहीं ख़रीदा गया। कोई रखा हुआ नंबर इस्तेमाल करें, अगले दिन (UTC) तक रुकें, या इस होस्ट को चलाने वाले से सीमा बढ़वाएँ।',
  monthLimit:
    'इस नंबर की कीमत {price} है; इसके साथ टोकन {holder} का इस महीने का ख़र्च {total} हो जाता, जो उसकी प्रति माह सीमा {limit} से ज़्यादा है।',
  monthLimitHint:
    'कुछ नहीं ख़रीदा गया। कोई रखा हुआ नंबर इस्तेमाल करें, अगले महीने (UTC) तक रुकें, या इस होस्ट को चलाने वाले से सीमा बढ़वाएँ।',
  priceUnknown: 'Twilio की मूल्य सूची में इस नंबर की कीमत नहीं है, इसलिए टोकन {holder} की ख़र्च की सीमा जाँची नहीं जा सकती।',
  priceUnknownHint: 'कुछ नहीं ख़रीदा गया। दूसरा देश या प्रकार चुनें।',
  noFreeNumber: '{count:number} सेकंड में कोई नंबर खाली नहीं हुआ।',
  tokenLeases: {
    one: 'टोकन {holder} एक साथ एक ही नंबर ले सकता है, और वह उसके पास है।',
    other: 'टोकन {holder} एक साथ {count:number} नंबर ले सकता है, और वे उसके पास हैं।',
  },
  tokenLeasesHint: 'जिस नंबर की ज़रूरत नहीं रही उसे लौटाएँ, या “waitSeconds” के साथ इंतज़ार करें।',
  hostLeases: {
    one: 'यह होस्ट एक साथ एक ही नंबर देता है, और वह इस्तेमाल में है।',
    other: 'यह होस्ट एक साथ {count:number} नंबर देता है, और वे इस्तेमाल में हैं।',
  },
  hostLeasesHint: 'जिस लीज़ की ज़रूरत नहीं रही उसे समाप्त करें, या सेटिंग्स में एक साथ ज़्यादा नंबरों की अनुमति दें।',
};
