import '../../../renderer/noEval.ts';
import '../../../renderer/styles.ts';
import { notifications } from '@mantine/notifications';
import { inject, onTestFinished, test as base, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { Language } from '../../../electron/contract/words/languages.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { connectBridge } from '../../../renderer/bridge.ts';
import type { HostBridge } from '../../../electron/contract/hostBridge.ts';
import { currentLanguage, speak } from '../../../renderer/language.ts';
import { createServices } from '../../../renderer/services.ts';
import { exampleNow } from '../../fakes/appState.ts';
import { PageClipboard } from './clipboard.ts';
import { installFakeBridge, type FakeBridge } from '../../fakes/fakeBridge.ts';

export { expect } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Texts are bound while the interface loads, so each page has one language. */
    language: Language;
  }
}

// Polling expectations would advance the time with each look. With 0, only what has no delay runs.
const passTime = vi.advanceTimersByTime;
vi.advanceTimersByTime = () => passTime(0);

await speak(inject('language'));
const { showInterface } = await import('../../../renderer/interface.tsx');

interface Clock {
  /** Lets this many milliseconds pass, and runs all that is due. */
  advance(ms: number): Promise<void>;
}

interface Fixtures {
  /** The start of every test: the clock stands still at the examples' time, but timers run. */
  scene: void;
  /** Nothing happens by itself any more: timers wait for the test, too. */
  clock: Clock;
  /** Shows the interface, at this address such as `settings/codes`, on a host that the test drives. Again: a reload. */
  open(state: AppState, address?: string): FakeBridge;
}

/** Tests of the interface on a fake host. They share one loaded page, which is reset after each test. */
export const test = base.extend<Fixtures>({
  scene: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixtures that are needed from this pattern
    async ({}, use) => {
      vi.useFakeTimers({ now: exampleNow, toFake: ['Date'] });
      // Keys go to the frame that has the focus.
      (window.frameElement as HTMLElement | null)?.focus();
      await use();
      vi.useRealTimers();
      await reset();
    },
    { auto: true },
  ],
  clock: async ({ scene: _scene }, use) => {
    vi.useRealTimers();
    vi.useFakeTimers({
      now: exampleNow,
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    });
    await use({ advance: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)) });
  },
  open: async ({ scene: _scene }, use) => {
    let close = () => {};
    await use((state, address) => {
      close();
      window.location.hash = address ?? '';
      const bridge = installFakeBridge(state);
      close = show();
      return bridge;
    });
    close();
  },
});

/** Shows the interface on this bridge until the test is over. */
export function showPage(bridge: HostBridge): void {
  onTestFinished(show(bridge));
}

/** Mounts the app; returns a function that removes it. */
function show(bridge = connectBridge()): () => void {
  document.documentElement.lang = currentLanguage();
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  const unmount = showInterface(createServices(bridge));
  return () => {
    unmount();
    root.remove();
  };
}

const clipboard = PageClipboard.install();

async function reset(): Promise<void> {
  vi.restoreAllMocks();
  notifications.clean();
  localStorage.clear();
  sessionStorage.clear();
  window.getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  await Promise.all([
    clipboard.writeText(''),
    page.viewport(1280, 720),
    commands.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }),
  ]);
}
