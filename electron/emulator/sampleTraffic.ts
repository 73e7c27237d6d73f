export interface SampleMessage {
  from: string;
  body: string;
}

/** The digits (or letters) of a code, derived from the message's position: always the same. */
interface CodeMaker {
  digits(count: number): string;
  letters(count: number): string;
}

type Template = (make: CodeMaker) => SampleMessage;

/** Brands and sites are made up; `.example` is reserved by RFC 2606 and 555-01xx for fiction. */
const templates: readonly Template[] = [
  ({ digits }) => sms('+12025550147', `${digits(6)} is your Lumora verification code. It expires in 10 minutes.`),
  ({ digits }) =>
    sms(
      'Kettlebank',
      `Kettlebank: use ${digits(6)} to confirm your payment of INR 1,249.00 to Paper Moon Books. Never tell this code to anyone, not even our staff.`,
    ),
  ({ digits }) => sms('+14155550188', `G-${digits(6)} is your Glimmer verification code.`),
  ({ digits }) => sms('72166', `Your Northwind code is ${grouped(digits(6), '-')}. Do not share it.`),
  ({ digits }) =>
    sms('+12125550119', `Your sign-in code for Harbourly is ${digits(6)}.\n\n@login.harbourly.example #${digits(6)}`),
  ({ digits }) =>
    sms('Tintenfass', `Dein Tintenfass-Code lautet ${digits(6)}. Er ist 5 Minuten gültig. Gib ihn nicht weiter.`),
  ({ digits }) =>
    sms('Boulevard', `Votre code de confirmation Boulevard est le ${grouped(digits(6), ' ')}. Valable 10 min.`),
  ({ digits }) =>
    sms(
      '+13125550164',
      `Orchard Parcel: your delivery of order 48120-77 comes today between 14:00 and 16:00. Give the driver PIN ${digits(4)} at the door.`,
    ),
  ({ digits }) =>
    sms('Nimbada', `Tu código de acceso a Nimbada es ${digits(5)}. Si no lo has pedido, ignora este mensaje.`),
  () =>
    sms(
      '+15125550133',
      'Hi! The table for four on Friday at 19:30 is booked. Call 512-555-0133 if anything changes. Cafe Quillet',
    ),
  ({ digits }) =>
    sms('Haldi Pay', `Haldi Pay: आपका ओटीपी ${digits(6)} है। यह 3 मिनट तक मान्य है। इसे किसी के साथ साझा न करें।`),
  ({ digits }) => sms('+16175550175', `[Tessera] Verification code: ${digits(8)}`),
  ({ digits }) => sms('Pinkerola', `Pinkerola: o seu código é ${digits(6)}. Não o partilhe com ninguém.`),
  ({ letters }) =>
    sms('+12065550122', `Enter ${letters(6)} on the Fernhill device screen to link it with your account.`),
  ({ digits }) => sms('Mirabox', `Il tuo codice Mirabox: ${digits(6)}. Scade tra 15 minuti.`),
  () => sms('88210', 'Skyferry: flight SF 2087 now boards at gate 41, departure 18:25. Have your pass ready.'),
  ({ digits }) => sms('+13235550158', `<#> ${digits(6)} ist Ihr Bestätigungscode für Wellenreiter\nq7Zt+1xKp0B`),
  ({ digits }) => sms('Yamabiko', `【ヤマビコ】認証コードは ${digits(6)} です。10分以内に入力してください。`),
  ({ digits }) =>
    sms(
      '+17205550141',
      `We noticed a sign-in to Copperleaf from a new device in Denver at 09:41. If it was you, reply with nothing and type ${digits(6)}. If not, reset your password.`,
    ),
  ({ digits }) =>
    sms('Groszek', `Groszek: kod do logowania ${digits(6)}, operacja nr 3 z dn. 14.03. Nie podawaj go nikomu.`),
  ({ digits }) => sms('+18085550129', `Your one-time passcode is: ${digits(4)}\nThe Lanai Club`),
  () => sms('Kettlebank', 'Kettlebank: INR 1,249.00 was paid from account XX4471 on 22-11. Balance INR 58,310.25.'),
  ({ digits, letters }) =>
    sms('+15035550136', `Rosewater Clinic reset code ${letters(2)}${digits(4)}. Text STOP to opt out.`),
  ({ digits }) => sms('Snowdrop', `Din engångskod är ${digits(6)}. Dela den inte med någon. Snowdrop`),
];

/**
 * A typical text from sign-ins, banks or parcel services, in several languages and shapes, some without a code. The
 * same index gives the same text; higher ones repeat the texts with new codes.
 */
export function sampleMessage(index: number): SampleMessage {
  const position = Math.abs(Math.trunc(index));
  const template = templates[position % templates.length];
  if (!template) throw new RangeError(`Not an index: ${index}`);
  return template(codeMaker(position));
}

function sms(from: string, body: string): SampleMessage {
  return { from, body };
}

function grouped(code: string, separator: string): string {
  return code.slice(0, 3) + separator + code.slice(3);
}

/** Each message has one code: the WebOTP line must repeat the one in the text, whatever its length. */
function codeMaker(seed: number): CodeMaker {
  const draw = (count: number, alphabet: string, salt: number): string =>
    Array.from({ length: count }, (_, place) => alphabet.charAt(scramble(seed, place + salt) % alphabet.length)).join(
      '',
    );
  return {
    digits: (count) => draw(count, '0123456789', 0),
    letters: (count) => draw(count, 'BCDFGHJKLMNPQRSTVWXZ', 32),
  };
}

/** Mixes two small numbers into 32 bits (the finaliser of MurmurHash3). */
function scramble(seed: number, place: number): number {
  let mixed = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
