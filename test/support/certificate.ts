import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

/** One value in DER: its tag, its length and what is in it. See X.690. */
function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const time = (at: Date) => der(0x17, `${at.toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`);
const ecdsaWithSha256 = sequence(der(0x06, bytes('2a8648ce3d040302')));

const nameOf = (name: string) => sequence(der(0x31, sequence(der(0x06, bytes('550403')), der(0x0c, name))));

export interface Certificate {
  name: string;
  cert: string;
  key: string;
}

const day = 86_400_000;

/** A self-signed certificate for these names and 127.0.0.1, and its key, in PEM form. */
export function selfSigned(...names: string[]): Certificate {
  return certificate(names);
}

/** Like `selfSigned`; signed by another one, if that is given, and valid between these times. See RFC 5280. */
export function certificate(
  names: string[],
  {
    signer,
    from = new Date(Date.now() - day),
    to = new Date(Date.now() + day),
  }: { signer?: Certificate; from?: Date; to?: Date } = {},
): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = names[0] ?? 'test';
  const alternatives = sequence(...names.map((name) => der(0x82, name)), der(0x87, bytes('7f000001')));
  const toSign = sequence(
    der(0xa0, der(0x02, bytes('02'))),
    der(0x02, bytes('01')),
    ecdsaWithSha256,
    nameOf(signer?.name ?? name),
    sequence(time(from), time(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(der(0x06, bytes('551d11')), der(0x04, alternatives)))),
  );
  const signature = der(0x03, bytes('00'), sign('sha256', toSign, signer?.key ?? privateKey));
  return {
    name,
    cert: new X509Certificate(sequence(toSign, ecdsaWithSha256, signature)).toString(),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
