import { counter } from '../../../../electron/contract/plural.ts';
import type { NumberType } from '../../../../electron/contract/settings.ts';
import type { LeaseState } from '../../../../electron/contract/state.ts';
import type { LeaseSort } from '../../../state/leaseSort.ts';
import type { Words } from '../english.ts';

const counted = counter('hi-IN');

const leaseStates: Record<LeaseState, string> = {
  buying: 'ख़रीदा जा रहा है…',
  active: 'चालू',
  expired: 'समय पूरा हुआ',
  releasing: 'लौटाया जा रहा है…',
  released: 'लौटा दिया गया',
  idle: 'दोबारा इस्तेमाल के लिए रखा है',
  failed: 'नहीं मिल सका',
};

const numberTypes: Record<NumberType, string> = { mobile: 'मोबाइल', local: 'लोकल', tollFree: 'टोल-फ़्री' };

const leaseSorts: Record<LeaseSort, string> = {
  code: 'सबसे नया कोड',
  time: 'बचा हुआ समय',
  newest: 'सबसे नए',
  label: 'लेबल',
};

function billed(price: string | null): string {
  return price === null ? 'हर महीने बिल होता है' : `हर महीने ${price} लगते हैं`;
}

export const numbers: Words['numbers'] = {
  title: 'नंबर',
  newNumber: 'नया नंबर',
  unnamed: 'नया नंबर आ रहा है',
  emptyTitle: 'अभी कोई नंबर नहीं है',
  emptyText: 'एक नंबर लें और उसे उस ऐप में डालें जिसे आप टेस्ट कर रहे हैं; कोड यहाँ दिखाई देगा।',
  current: 'इस्तेमाल में',
  ended: 'समाप्त',
  showMore: (count) => `${count} और दिखाएँ`,
  states: leaseStates,
  types: numberTypes,
  heldBy: (holder) => `${holder} के पास`,
  waitingRequests: counted({
    one: '# अनुरोध खाली नंबर का इंतज़ार कर रहा है',
    other: '# अनुरोध खाली नंबर का इंतज़ार कर रहे हैं',
  }),
  copyNumber: (number) => `नंबर ${number} कॉपी करें`,
  timeLeft: 'बचा हुआ समय',
  waiting: 'SMS का इंतज़ार है',
  noCode: 'कोई कोड नहीं',
  code: 'सबसे नया कोड',
  otherCodes: 'अन्य कोड',
  perMonth: (price) => `${price} प्रति माह`,
  extend: '+60 सेकंड',
  extendLabel: '60 सेकंड बढ़ाएँ',
  clientGone: 'समाप्त: इसका क्लाइंट चला गया',
  giveBack: 'लौटाएँ',
  givingBack: (name) => `${name} लौटाया जा रहा है…`,
  ending: (name) => `${name} समाप्त किया जा रहा है…`,
  undoEnd: 'वापस लें',
  pin: {
    pin: 'पिन करें',
    hint: (price) => `समय रोक दें: नंबर बना रहता है, और ${billed(price)}।`,
    unpinHint: 'समय फिर चलने दें।',
    limited: 'जब तक लीज़ की समय सीमा है, तब तक नहीं (सेटिंग्स, डिफ़ॉल्ट और नंबर)।',
    note: (price) => `पिन किया हुआ: पिन हटाने या समाप्त करने तक बना रहता है, और ${billed(price)}।`,
  },
  list: {
    filter: 'इस्तेमाल में और समाप्त नंबरों में खोजें',
    noMatch: 'इस्तेमाल में या समाप्त किसी नंबर में यह नहीं मिला।',
    sort: 'क्रम',
    sorts: leaseSorts,
  },
  buyProblem: 'अभी ख़रीदा नहीं जा सका; अपने आप फिर कोशिश होगी',
  releaseProblem: 'अभी लौटाया नहीं जा सका; अपने आप फिर कोशिश होगी',
  otherCountry: 'दूसरा देश चुनें',
};
