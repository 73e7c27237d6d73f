/** What says that an address signs someone in. */
const signsIn = /verif|otp|code|log-?in|sign-?in|auth|confirm|activat|token|pin\b|2fa|magic/;

/** Longer than this, nothing in an address is a code. */
const longest = 14;

/** The codes that the addresses of a text may carry, in small letters, without hyphens: `app://verify/4829-1377`. */
export function linkedCodes(lower: string, addresses: { start: number; end: number }[]): Set<string> {
  const codes = new Set<string>();
  for (const { start, end } of addresses) {
    const address = lower.slice(start, end);
    if (!signsIn.test(address)) continue;
    for (const part of address.split(/[/?&=#:]+/)) {
      const code = part.length <= longest ? part.replaceAll(/[-.]/g, '') : '';
      if (code.length >= 4 && /\d/.test(code)) codes.add(code);
    }
  }
  return codes;
}
