import { languageOf, languages, type Language } from '../electron/contract/words/languages.ts';
import type { AppState } from '../electron/contract/state.ts';
import type { HostBridge } from '../electron/contract/hostBridge.ts';
import { currentLanguage } from './language.ts';
import type { AppStore } from './state/store.ts';

const storageKey = 'otp-dock.language';
/** A host on this computer answers within a few milliseconds. */
const longestWaitMs = 400;

/** The language to start in: the one in the settings, else this tab's last one, else the system's. */
export async function firstLanguage(store: AppStore, bridge: HostBridge): Promise<Language> {
  const state = await firstState(store, bridge);
  const stored = sessionStorage.getItem(storageKey);
  const remembered = stored !== null && stored in languages ? (stored as Language) : null;
  const language = state === null ? (remembered ?? languageOf('auto', navigator.languages)) : wantedLanguage(state);
  sessionStorage.setItem(storageKey, language);
  return language;
}

/** Reloads the page when the language in the settings changes, because texts are bound while modules load. */
export function followLanguage(store: AppStore): void {
  store.subscribe(() => {
    const { state } = store.view();
    if (state === null) return;
    const wanted = wantedLanguage(state);
    if (wanted === currentLanguage()) return;
    // Remembered in case the state is late again: the page must not switch back and forth.
    sessionStorage.setItem(storageKey, wanted);
    window.location.reload();
  });
}

function wantedLanguage({ settings }: AppState): Language {
  return languageOf(settings.language, navigator.languages);
}

/** The first state, or null when there is none to wait for. */
function firstState(store: AppStore, bridge: HostBridge): Promise<AppState | null> {
  return new Promise((resolve) => {
    const look = () => {
      const { state, failure } = store.view();
      const status = bridge.status();
      if (state !== null || failure !== null || status === 'refused' || status === 'lost') resolve(state);
    };
    store.subscribe(look);
    bridge.onStatus(look);
    setTimeout(() => resolve(store.view().state), longestWaitMs);
    look();
  });
}
