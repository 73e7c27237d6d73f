import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:tls';
import { appError, toFailure, type AppError } from '../contract/errors.ts';
import { english } from '../contract/words/english.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Clock, Logger } from '../core/ports.ts';
import type { TlsFiles } from './network.ts';

const say = phrases.host;

/** How often the files are looked at, as they are renewed every few weeks. Milliseconds. */
const betweenLooks = 60_000;

/** A certificate, which others may follow in the same text, and its private key, in PEM form. */
interface TlsPair {
  cert: string;
  key: string;
}

export interface TlsParts {
  clock: Pick<Clock, 'now' | 'after'>;
  log: Pick<Logger, 'info' | 'warn'>;
}

/** What a server encrypts with. Renewed files are taken up while it runs. */
export class Tls {
  readonly #files: TlsFiles;
  readonly #parts: TlsParts;
  #pair: TlsPair;
  #isOver = false;
  /** How many looks in a row found files that cannot be used. */
  #badLooks = 0;

  /** Throws INVALID_INPUT, which names the variable and the file, when one cannot be used or they are not a pair. */
  constructor(files: TlsFiles, parts: TlsParts) {
    this.#files = files;
    this.#parts = parts;
    this.#pair = readTls(files);
    this.#warnWhenOver();
  }

  pair(): TlsPair {
    return this.#pair;
  }

  /** Looks at the files until the server is closed. */
  follow(server: Server): void {
    const { clock } = this.#parts;
    const next = () =>
      clock.after(betweenLooks, () => {
        cancel = next();
        if (this.#isRenewed()) server.setSecureContext(this.#pair);
      });
    let cancel = next();
    server.once('close', () => cancel());
  }

  #isRenewed(): boolean {
    const { log } = this.#parts;
    this.#warnWhenOver();
    try {
      const pair = readTls(this.#files);
      this.#badLooks = 0;
      if (pair.cert === this.#pair.cert && pair.key === this.#pair.key) return false;
      this.#pair = pair;
      this.#isOver = false;
      log.info('The renewed certificate in OTP_DOCK_TLS_CERT is in use.');
      this.#warnWhenOver();
      return true;
    } catch (thrown) {
      this.#badLooks += 1;
      // One of the two files may have been written, and the other is about to be.
      if (this.#badLooks !== 2) return false;
      const { message, hint } = toFailure(thrown);
      log.warn(`${english(message)} ${english(hint)} The host goes on with the certificate that it has.`);
      return false;
    }
  }

  /** It is served all the same: SMS do not come by it, and whoever comes is told by their own program. */
  #warnWhenOver(): void {
    const { clock, log } = this.#parts;
    const { validFrom, validTo } = new X509Certificate(this.#pair.cert);
    const problem =
      Date.parse(validTo) <= clock.now()
        ? `expired on ${validTo}`
        : Date.parse(validFrom) > clock.now() && `is not valid before ${validFrom}`;
    if (problem && !this.#isOver)
      log.warn(
        `The certificate in OTP_DOCK_TLS_CERT ${problem}, so browsers and clients refuse it. Renew it: it is in use within a minute.`,
      );
    this.#isOver = problem !== false;
  }
}

function readTls(files: TlsFiles): TlsPair {
  const cert = textOf('OTP_DOCK_TLS_CERT', files.cert);
  const key = textOf('OTP_DOCK_TLS_KEY', files.key);
  const chain = parsed(() => certificatesIn(cert), 'OTP_DOCK_TLS_CERT', files.cert, say.badCertificateHint);
  const privateKey = parsed(() => createPrivateKey(key), 'OTP_DOCK_TLS_KEY', files.key, say.badKeyHint);
  const own = chain.findIndex((certificate) => certificate.checkPrivateKey(privateKey));
  if (own === -1) throw appError('INVALID_INPUT', say.tlsMismatch, say.tlsMismatchHint);
  if (own > 0 || !isInOrder(chain))
    throw appError('INVALID_INPUT', say.tlsOrder({ file: files.cert }), say.tlsOrderHint);
  return { cert, key };
}

function certificatesIn(text: string): X509Certificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return (blocks ?? [text]).map((block) => new X509Certificate(block));
}

/** Whether none is before the one that it signed. Those that signed none of the others do no harm. */
function isInOrder(chain: X509Certificate[]): boolean {
  return chain.every((certificate, at) => {
    const signers = chain.slice(at + 1).map((other) => certificate.checkIssued(other));
    return signers[0] !== false || !signers.includes(true);
  });
}

function textOf(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw unreadable(variable, file, (thrown as NodeJS.ErrnoException).code ?? '?');
  }
}

function unreadable(variable: string, file: string, code: string): AppError {
  if (code === 'ENOENT') return appError('INVALID_INPUT', say.tlsMissing({ variable, file }), say.tlsMissingHint);
  if (code === 'EACCES') return appError('INVALID_INPUT', say.tlsForbidden({ variable, file }), say.tlsForbiddenHint);
  return appError('INVALID_INPUT', say.tlsUnreadable({ variable, file, code }), say.tlsUnreadableHint);
}

/** What OpenSSL says of a file stays inside: it helps nobody, and could repeat parts of a key. */
function parsed<T>(parse: () => T, variable: string, file: string, hint: typeof say.badKeyHint): T {
  try {
    return parse();
  } catch {
    throw appError('INVALID_INPUT', say.badTlsFile({ variable, file }), hint);
  }
}
