import { languageOf, languages, type Language } from '../electron/contract/words/languages.ts';
import type { AppState } from '../electron/contract/state.ts';
import type { HostBridge } from './hostBridge.ts';
import { currentLanguage } from './language.ts';
import type { AppStore } from './state/store.ts';

const storageKey = 'otp-dock.language';
/** A host on this computer answers in a few milliseconds. */
const longestWaitMs = 400;

/** The language to start in: as Settings say, else as this tab was last, else as the reader's system is. */
export async function firstLanguage(store: AppStore, bridge: HostBridge): Promise<Language> {
  const state = await firstState(store, bridge);
  const stored = sessionStorage.getItem(storageKey);
  const remembered = stored !== null && stored in languages ? (stored as Language) : null;
  const language = state === null ? (remembered ?? languageOf('auto', navigator.languages)) : wantedLanguage(state);
  sessionStorage.setItem(storageKey, language);
  return language;
}

/** Loads the page anew when Settings come to say another language: texts are bound while modules load. */
export function followLanguage(store: AppStore): void {
  store.subscribe(() => {
    const { state } = store.view();
    if (state === null) return;
    const wanted = wantedLanguage(state);
    if (wanted === currentLanguage()) return;
    // Kept for the case that the state is late again: the page must not go to and fro.
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
