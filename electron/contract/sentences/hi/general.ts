import type { general as english } from '../general.ts';
import type { Translation } from '../translation.ts';

export const general: Translation<typeof english> = {
  unexpected: 'OTP Dock में कोई अनजानी समस्या आई।',
  unexpectedHint: 'फिर कोशिश करें। समस्या बनी रहे तो लॉग में और जानकारी है; कृपया हमें बताएँ।',
};
