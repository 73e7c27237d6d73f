/** Several testers and pipelines on one host: what the limits of tokens and of the host say. */
export const sharing = {
  nameTaken: 'There is a token named {name} already.',
  nameTakenHint: 'Choose another name, or remove that one.',
  noToken: 'There is no token named {name}.',
  noTokenHint: 'List the tokens to see which there are.',
  dayLimit:
    'This number costs {price}; with it, {total} would be spent today by the token {holder}, more than its limit of {limit} a day.',
  dayLimitHint:
    'Nothing was bought. Reuse a number that is kept, wait for the next day (UTC), or ask whoever runs this host for a higher limit.',
  monthLimit:
    'This number costs {price}; with it, {total} would be spent this month by the token {holder}, more than its limit of {limit} a month.',
  monthLimitHint:
    'Nothing was bought. Reuse a number that is kept, wait for the next month (UTC), or ask whoever runs this host for a higher limit.',
  priceUnknown:
    "Twilio's price list does not say what this number costs, so the spending limit of the token {holder} cannot be checked.",
  priceUnknownHint: 'Nothing was bought. Choose another country or type.',
  keptByOthers: 'This number was there before the lease, so its lease does not say what becomes of it.',
  keptByOthersHint: 'Ask whoever runs this host, or take a fresh number.',
  noFreeNumber: {
    one: 'No number became free within a second.',
    other: 'No number became free within {count:number} seconds.',
  },
  sameIsTried: 'A number is being bought for another request like this one.',
  sameIsTriedHint: 'Try again, or wait longer.',
  tokenLeases: {
    one: 'The token {holder} may have one number at once, and has it.',
    other: 'The token {holder} may have {count:number} numbers at once, and has them.',
  },
  tokenLeasesHint: 'Release one that is not needed any more, or wait for one with “waitSeconds”.',
  hostLeases: {
    one: 'This host gives out one number at once, and it is in use.',
    other: 'This host gives out {count:number} numbers at once, and they are in use.',
  },
  hostLeasesHint: 'End a lease that is not needed any more, or allow more numbers at once in Settings.',
} as const;
