const e164Pattern = /^\+[1-9]\d{5,14}$/;
const shortCodePattern = /^\d{3,8}$/;
/** 1 to 11 letters, digits, spaces and a few symbols, with at least one letter (3GPP TS 23.040, 9.1.2.5). */
const alphanumericPattern = /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&.]{1,11}$/;

export function isE164(text: string): boolean {
  return e164Pattern.test(text);
}

const whatsApp = 'whatsapp:';

/** Whether a text is a number as a WhatsApp user or sender: `whatsapp:+12025550123`. */
export function isWhatsApp(text: string): boolean {
  return text.startsWith(whatsApp) && isE164(text.slice(whatsApp.length));
}

/** A number as WhatsApp has it. */
export function onWhatsApp(e164: string): string {
  return whatsApp + e164;
}

/** The number of a WhatsApp address; any other address as it is. */
export function withoutWhatsApp(address: string): string {
  return isWhatsApp(address) ? address.slice(whatsApp.length) : address;
}

/** Whether a text is a short code, with the 3 to 8 digits that countries give them. */
export function isShortCode(text: string): boolean {
  return shortCodePattern.test(text);
}

/**
 * Whether a text is a name that Twilio sends from: 1 to 11 letters, digits, spaces and `+-_&`, with at least one letter
 * (https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id).
 */
export function isName(text: string): boolean {
  return alphanumericPattern.test(text) && !text.includes('.');
}

/** Whether a text can be the sender of an SMS: a number, a short code or an alphanumeric name. */
export function isSender(text: string): boolean {
  return e164Pattern.test(text) || shortCodePattern.test(text) || alphanumericPattern.test(text);
}
