import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';

/** How the machine keeps keys, set by the environment variable ELECTRON_DOUBLE_STORAGE. */
export type StorageMode = 'available' | 'unavailable' | 'basic_text' | 'rotated';

const algorithm = 'aes-256-gcm';
const secretKey = createHash('sha256').update('the key chain of the electron double').digest();

/** Truly encrypts, with a key that outlives the process as a key chain does. */
export class FakeSafeStorage {
  readonly #mode: StorageMode;
  readonly #ready: () => boolean;

  constructor(mode: StorageMode, ready: () => boolean) {
    this.#mode = mode;
    this.#ready = ready;
  }

  getSelectedStorageBackend(): ReturnType<SafeStorage['getSelectedStorageBackend']> {
    if (!this.#ready()) return 'unknown';
    return this.#mode === 'basic_text' ? 'basic_text' : 'gnome_libsecret';
  }

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.#ready() && this.#mode !== 'unavailable';
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    await this.#assertAvailable();
    const iv = randomBytes(12);
    const cipher = createCipheriv(algorithm, secretKey, iv);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    await this.#assertAvailable();
    const decipher = createDecipheriv(algorithm, secretKey, encrypted.subarray(0, 12));
    decipher.setAuthTag(encrypted.subarray(12, 28));
    const result = decipher.update(encrypted.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    return { result, shouldReEncrypt: this.#mode === 'rotated' };
  }

  async #assertAvailable(): Promise<void> {
    if (!(await this.isAsyncEncryptionAvailable())) throw new Error('Encryption is not available.');
  }
}
