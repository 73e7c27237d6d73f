/** Why something in a message is, or is not, taken for its code. Without a full stop: a part of another sentence. */
export const codes = {
  notNear: 'no word for a code stands near it',
  follows: 'it follows “{words}”',
  isFollowedBy: '“{words}” follows it',
  toBeEntered: 'it is to be entered',
  confirmsWith: 'something is confirmed with it',
  toBeUsed: 'it is to be used',
  asGoogle: 'it is written as Google writes its codes',
  nothingElse: 'the message is nothing but this',
  aloneOnLine: 'it stands alone on its line',
  aloneAtEnd: 'it stands alone at the end',
  tail: 'it looks like the tail of an account or a card',
  money: 'it is an amount of money',
  percentage: 'it is a percentage',
  percentageFollows: 'a percentage follows it',
  offer: 'it is the code of an offer',
  shouted: 'it is a word among others in capitals',
  postal: 'it is a postal code',
  otherKind: 'it is another kind of code',
  standsBefore: '“{words}” stands before it',
  lettersAndDigits: '{count:number} letters and digits: {why:sentence}.',
  letters: '{count:number} letters: {why:sentence}.',
  digits: '{count:number} digits: {why:sentence}.',
  notTaken: '{code} is not taken for a code: {why:sentence}.',
  noShape: 'Nothing in the message has the shape of a code.',
  bound: 'The message binds this code to {domain}.',
  byRule: 'Your rule “{name}” found it.',
  failed: 'The search for a code failed.',
} as const;

/** Of the rules that are made from a mark. A person may change them. */
export const ruleNames = {
  fromSender: 'Codes from {sender}',
  after: 'Codes after “{words}”',
  before: 'Codes before “{words}”',
  alone: 'Codes that stand alone',
} as const;
