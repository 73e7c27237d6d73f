const storageKey = 'otp-dock.token';

/** The parts of a window that hold the host's access token. */
export interface TokenPlace {
  location: Pick<Location, 'hash' | 'pathname' | 'search' | 'reload'>;
  history: Pick<History, 'replaceState'>;
  sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** Keeps a token for this tab; null: forgets it. */
export function keepToken(token: string | null, storage: Pick<Storage, 'setItem' | 'removeItem'>): void {
  if (token === null) storage.removeItem(storageKey);
  else storage.setItem(storageKey, token);
}

/** The token in `#token=…`, or null. */
export function tokenInHash(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') || null;
}

/**
 * Takes the token out of the address bar, so that it does not stay in the history or on a shared screen, and keeps it
 * for this tab. Pasting a URL with a new token into the same tab restarts the page.
 */
export function takeToken(place: TokenPlace): string | null {
  const fresh = moveToStorage(place);
  place.addEventListener('hashchange', () => {
    if (moveToStorage(place) !== null) place.location.reload();
  });
  return fresh ?? place.sessionStorage.getItem(storageKey);
}

function moveToStorage({ location, history, sessionStorage }: TokenPlace): string | null {
  const token = tokenInHash(location.hash);
  if (token === null) return null;
  sessionStorage.setItem(storageKey, token);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
