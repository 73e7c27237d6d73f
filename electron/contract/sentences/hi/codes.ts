import type { codes as english, ruleNames as englishNames } from '../codes.ts';
import type { Translation } from '../translation.ts';

export const codes: Translation<typeof english> = {
  notNear: 'इसके पास कोड के लिए कोई शब्द नहीं है',
  follows: 'यह “{words}” के बाद आता है',
  isFollowedBy: 'इसके बाद “{words}” आता है',
  toBeEntered: 'इसे डालने को कहा गया है',
  confirmsWith: 'इससे कुछ पक्का किया जाता है',
  toBeUsed: 'इसे इस्तेमाल करने को कहा गया है',
  asGoogle: 'यह वैसे लिखा है जैसे Google अपने कोड लिखता है',
  nothingElse: 'संदेश में इसके सिवा कुछ नहीं है',
  aloneOnLine: 'यह अपनी लाइन में अकेला है',
  aloneAtEnd: 'यह अंत में अकेला है',
  tail: 'यह किसी खाते या कार्ड का आख़िरी हिस्सा लगता है',
  money: 'यह कोई रकम है',
  percentage: 'यह कोई प्रतिशत है',
  percentageFollows: 'इसके बाद कोई प्रतिशत आता है',
  offer: 'यह किसी ऑफ़र का कोड है',
  shouted: 'यह बड़े अक्षरों में लिखे शब्दों में से एक है',
  postal: 'यह पिन कोड (डाक) है',
  otherKind: 'यह किसी और तरह का कोड है',
  standsBefore: 'इससे पहले “{words}” आता है',
  lettersAndDigits: '{count:number} अक्षर और अंक: {why:sentence}।',
  letters: '{count:number} अक्षर: {why:sentence}।',
  digits: '{count:number} अंक: {why:sentence}।',
  notTaken: '{code} को कोड नहीं माना गया: {why:sentence}।',
  noShape: 'संदेश में कुछ भी कोड जैसा नहीं है।',
  bound: 'संदेश इस कोड को {domain} के लिए बताता है।',
  byRule: 'यह आपके नियम “{name}” से मिला।',
  failed: 'कोड की खोज नाकाम रही।',
};

export const ruleNames: Translation<typeof englishNames> = {
  fromSender: '{sender} के कोड',
  after: '“{words}” के बाद के कोड',
  before: '“{words}” से पहले के कोड',
  alone: 'अकेले कोड',
};
