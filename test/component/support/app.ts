import '../../../renderer/noEval.ts';
import '../../../renderer/styles.ts';
import { notifications } from '@mantine/notifications';
import { inject, test as base, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { Language } from '../../../electron/contract/words/languages.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { connectBridge } from '../../../renderer/bridge.ts';
import { currentLanguage, speak } from '../../../renderer/language.ts';
import { createServices } from '../../../renderer/services.ts';
import { exampleNow } from '../../fakes/appState.ts';
import { PageClipboard } from './clipboard.ts';
import { installFakeBridge, type FakeBridge } from '../../fakes/fakeBridge.ts';

export { expect } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Texts are bound as the interface loads: one page speaks one language. */
    language: Language;
  }
}

// An expectation that waits would let time pass with each look; what has no delay happens all the same.
const passTime = vi.advanceTimersByTime;
vi.advanceTimersByTime = () => passTime(0);

await speak(inject('language'));
const { showInterface } = await import('../../../renderer/interface.tsx');

type Place = 'inbox' | 'settings';

interface Clock {
  /** Lets so many milliseconds pass, with all that happens in them. */
  advance(ms: number): Promise<void>;
}

interface Fixtures {
  /** What every test begins with: the examples' instant, at which time stands still while timers run. */
  scene: void;
  /** Nothing happens by itself any more: timers, too, wait for the test. */
  clock: Clock;
  /** Shows the interface on a host with this state; the test drives that host. A second time is like a reload. */
  open(state: AppState, place?: Place): FakeBridge;
}

/** Tests of the interface on a fake host. They share one loaded page; each finds it as it was at first. */
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
    await use((state, place) => {
      close();
      window.location.hash = place ?? '';
      const bridge = installFakeBridge(state);
      close = show();
      return bridge;
    });
    close();
  },
});

/** Mounts the app; answers what takes it away again. */
function show(): () => void {
  document.documentElement.lang = currentLanguage();
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  const unmount = showInterface(createServices(connectBridge()));
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
