import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { TlsFiles } from './network.ts';

const say = phrases.host;

/** A certificate, which others may follow in the same text, and its private key, in PEM form. */
export interface TlsPair {
  cert: string;
  key: string;
}

/** Throws INVALID_INPUT, which names the variable and the file, when one cannot be used or they are not a pair. */
export function readTls(files: TlsFiles): TlsPair {
  const cert = textOf('OTP_DOCK_TLS_CERT', files.cert);
  const key = textOf('OTP_DOCK_TLS_KEY', files.key);
  const certificate = parsed(() => new X509Certificate(cert), 'OTP_DOCK_TLS_CERT', files.cert, say.badCertificateHint);
  const privateKey = parsed(() => createPrivateKey(key), 'OTP_DOCK_TLS_KEY', files.key, say.badKeyHint);
  if (!certificate.checkPrivateKey(privateKey)) throw appError('INVALID_INPUT', say.tlsMismatch, say.tlsMismatchHint);
  return { cert, key };
}

function textOf(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '?';
    throw appError('INVALID_INPUT', say.tlsUnreadable({ variable, file, code }), say.tlsUnreadableHint);
  }
}

/** What OpenSSL says of a file stays inside: it helps nobody, and could repeat parts of a key. */
function parsed<T>(parse: () => T, variable: string, file: string, hint: typeof say.badKeyHint): T {
  try {
    return parse();
  } catch {
    throw appError('INVALID_INPUT', say.badTlsFile({ variable, file }), hint);
  }
}
