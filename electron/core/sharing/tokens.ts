import pLimit from 'p-limit';
import { z } from 'zod';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { amountSchema } from '../../contract/settings.ts';
import type { Events } from '../events.ts';
import { time } from '../recordFields.ts';

const say = phrases.sharing;

/** A token as it is kept on disk: its hash, never the token itself. */
export const tokenRecordSchema = z.object({
  name: z.string(),
  /** SHA-256 of the token, in hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Milliseconds since the epoch. */
  createdAt: time,
  limits: z.object({
    leases: z.int().nullable(),
    perDay: amountSchema.nullable(),
    perMonth: amountSchema.nullable(),
  }),
});
export type TokenRecord = z.infer<typeof tokenRecordSchema>;

/** What the leases of a token may use; null: no limit. Amounts are decimal, in the account's currency. */
export type TokenLimits = TokenRecord['limits'];

/** The tokens in the History port; its promises work as it says. */
export interface TokenHistory {
  /** Oldest first. */
  tokens(): Promise<TokenRecord[]>;
  addToken(record: TokenRecord): Promise<void>;
  removeToken(name: string): Promise<void>;
}

/** Who may use this host besides its own user. */
export class Tokens {
  #history: TokenHistory;
  #events: Events;
  #records = new Map<string, TokenRecord>();
  #inTurn = pLimit(1);

  constructor(history: TokenHistory, events: Events) {
    this.#history = history;
    this.#events = events;
  }

  async load(): Promise<void> {
    this.#records = new Map((await this.#history.tokens()).map((record) => [record.name, record]));
  }

  /** Oldest first. */
  all(): TokenRecord[] {
    return [...this.#records.values()];
  }

  find(name: string): TokenRecord | null {
    return this.#records.get(name) ?? null;
  }

  /** null if there is none of this name (any more). */
  limitsOf(name: string): TokenLimits | null {
    return this.find(name)?.limits ?? null;
  }

  /** Rejects with CONFLICT if there is one of this name, or of one that differs only in capitals. */
  add(record: TokenRecord): Promise<void> {
    return this.#inTurn(async () => {
      const sameName = this.all().find(({ name }) => keyOf(name) === keyOf(record.name));
      if (sameName) throw appError('CONFLICT', say.nameTaken({ name: sameName.name }), say.nameTakenHint);
      await this.#history.addToken(record);
      this.#records.set(record.name, record);
    });
  }

  /** The token is refused from then on. Rejects with NOT_FOUND. */
  remove(name: string): Promise<TokenRecord> {
    return this.#inTurn(async () => {
      const record = this.find(name);
      if (!record) throw appError('NOT_FOUND', say.noToken({ name }), say.noTokenHint);
      await this.#history.removeToken(name);
      this.#forget(name);
      return record;
    });
  }

  /** Call when they are gone from the disk. */
  clear(): void {
    for (const { name } of this.all()) this.#forget(name);
  }

  #forget(name: string): void {
    this.#records.delete(name);
    this.#events.emit('tokenRemoved', name);
  }
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
