import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromiumOptions } from '../../e2e/harness/chromium.ts';
import { readPaints, readSlowTasks, watchPage, type Paints } from './watchPage.ts';

/** What a page has used so far, in milliseconds. */
export interface Used {
  /** Of its renderer process, all threads. */
  cpu: number;
  /** Of its main thread, in scripts. */
  script: number;
  /** In tasks of its main thread of more than 50 ms. */
  slow: number;
}

export interface ChromiumPage {
  page: Page;
  used(): Promise<Used>;
  paints(): Promise<Paints>;
  /** Begins to count; the function that it resolves with answers how many frames were due and not drawn since. */
  countDropped(): Promise<() => Promise<number>>;
  close(): Promise<void>;
}

/** Opens a page in a Chromium of its own, so that its processes are those of the page. `newest`: where it shows the newest code. */
export async function openPage(newest: string): Promise<ChromiumPage> {
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  await page.addInitScript(watchPage, newest);
  const [processes, performance] = [await browser.newBrowserCDPSession(), await page.context().newCDPSession(page)];
  // The time of the processor, not of the clock: other programs take theirs from that.
  await performance.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    used: async () => ({
      cpu: await cpuOf(processes),
      script: await scriptOf(performance),
      slow: await page.evaluate(readSlowTasks),
    }),
    paints: () => page.evaluate(readPaints),
    countDropped: () => countDropped(browser, page),
    close: () => browser.close(),
  };
}

/**
 * Opens a page in a Chromium that keeps what it has fetched and compiled in a folder, as a person's own does. `newest`: as
 * in `openPage`.
 */
export async function openPageIn(
  folder: string,
  newest: string,
): Promise<Pick<ChromiumPage, 'page' | 'paints' | 'close'>> {
  const context = await chromium.launchPersistentContext(folder, {
    ...chromiumOptions(),
    viewport: { width: 1100, height: 800 },
  });
  const page = await context.newPage();
  await page.addInitScript(watchPage, newest);
  return { page, paints: () => page.evaluate(readPaints), close: () => context.close() };
}

async function cpuOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return 1000 * renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function scriptOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

async function countDropped(browser: Browser, page: Page): Promise<() => Promise<number>> {
  await browser.startTracing(page, { categories: ['-*', 'disabled-by-default-devtools.timeline.frame'] });
  return async () => {
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: { name: string }[] };
    return traceEvents.filter(({ name }) => name === 'DroppedFrame').length;
  };
}
