/** What every part may have to say; the page has it from the start, in English. */
export const general = {
  unexpected: 'OTP Dock met an unexpected problem.',
  unexpectedHint: 'Try again. If it stays, the log says more; please report it.',
} as const;
