import type { Bridge } from './api.ts';
import type { SignInProblem } from './signIn.ts';

/** `lost`: reconnects by itself. `refused`: the host does not accept our token; no more tries until somebody signs in. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

/** Who is at a page in a browser. */
export interface PageSession {
  /** Takes what a person pasted. Connects and resolves to null, or resolves to what was wrong. */
  signIn(pasted: string): Promise<SignInProblem | null>;
  /** Rejects when this browser is still signed in. null where only this tab keeps the token. */
  signOut: (() => Promise<void>) | null;
}

/** The Bridge, and whether it can reach the host at the moment. */
export interface HostBridge extends Bridge {
  /** Only in a browser. */
  readonly session?: PageSession | undefined;
  status(): ConnectionStatus;
  /** Returns the function that ends the subscription. */
  onStatus(listener: () => void): () => void;
}
