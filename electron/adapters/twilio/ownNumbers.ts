import type { Twilio } from 'twilio';
import type { ChosenPapers } from '../../contract/settings.ts';
import type { Purchase, PurchasedNumber, SmsSettings } from '../../core/ports.ts';
import { isNotFound, isoOrEmpty, notTwilio } from './answers.ts';
import { endlessList, readPages } from './pages.ts';

/** Twilio's largest page size: an account with hundreds of numbers is read in one request. */
const pageSize = 1000;

/** Buys a number in one request, which sets the webhook, the name and the papers. */
export async function purchaseNumber(
  twilio: Twilio,
  { phoneNumber, friendlyName, smsUrl, papers }: Purchase,
): Promise<PurchasedNumber> {
  const webhook = smsUrl ? { smsUrl, smsMethod: 'POST' } : {};
  return ownNumber(
    await twilio.incomingPhoneNumbers.create({ phoneNumber, friendlyName, ...webhook, ...chosen(papers) }),
  );
}

function chosen(papers: ChosenPapers | null): { bundleSid?: string; addressSid?: string; identitySid?: string } {
  const { bundleSid, addressSid, identitySid } = papers ?? {};
  return {
    ...(bundleSid ? { bundleSid } : {}),
    ...(addressSid ? { addressSid } : {}),
    ...(identitySid ? { identitySid } : {}),
  };
}

/** A match counts even if the list has no end; to say there is none, we need the whole list. */
export async function findByFriendlyName(twilio: Twilio, friendlyName: string): Promise<PurchasedNumber[]> {
  let isCut = false;
  const onCut = () => void (isCut = true);
  const listed = await readPages(twilio.incomingPhoneNumbers, { friendlyName, pageSize }, { idOf, onCut });
  const found = listed.filter((number) => number.friendlyName === friendlyName).map(ownNumber);
  if (isCut && found.length === 0) throw endlessList();
  return found;
}

export async function listNumbers(twilio: Twilio): Promise<PurchasedNumber[]> {
  return (await readPages(twilio.incomingPhoneNumbers, { pageSize }, { idOf })).map(ownNumber);
}

function idOf({ sid }: Incoming): string {
  return sid;
}

/** null when the account does not have it, or no longer. */
export async function fetchNumber(twilio: Twilio, sid: string): Promise<PurchasedNumber | null> {
  try {
    return ownNumber(await twilio.incomingPhoneNumbers(sid).fetch());
  } catch (thrown) {
    if (isNotFound(thrown)) return null;
    throw thrown;
  }
}

/** Changes only the given settings; empty text clears one. */
export async function changeSms(
  twilio: Twilio,
  sid: string,
  { smsMethod, smsFallbackMethod, ...urls }: Partial<SmsSettings>,
): Promise<void> {
  // A method is GET or POST (error 21403): if Twilio did not name one, it cannot be restored.
  const methods = { ...(smsMethod ? { smsMethod } : {}), ...(smsFallbackMethod ? { smsFallbackMethod } : {}) };
  await twilio.incomingPhoneNumbers(sid).update({ ...urls, ...methods });
}

/** Also resolves when the number is already gone. */
export async function releaseNumber(twilio: Twilio, sid: string): Promise<void> {
  await twilio
    .incomingPhoneNumbers(sid)
    .remove()
    .catch((thrown: unknown) => {
      if (!isNotFound(thrown)) throw thrown;
    });
}

interface Incoming {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  smsUrl: string | null;
  smsMethod: string | null;
  smsFallbackUrl: string | null;
  smsFallbackMethod: string | null;
  smsApplicationSid: string | null;
  dateCreated: Date;
}

function ownNumber(number: Incoming): PurchasedNumber {
  const { sid, phoneNumber, friendlyName, smsUrl, dateCreated } = number;
  if (!sid) throw notTwilio();
  const sms = {
    smsUrl: smsUrl ?? '',
    smsMethod: number.smsMethod ?? '',
    smsFallbackUrl: number.smsFallbackUrl ?? '',
    smsFallbackMethod: number.smsFallbackMethod ?? '',
    smsApplicationSid: number.smsApplicationSid ?? '',
  };
  return { sid, phoneNumber, friendlyName, smsUrl: smsUrl || null, sms, boughtAt: isoOrEmpty(dateCreated) };
}
