/** A page of the user interface that the host does not serve itself. */
export interface ServedPage {
  /** Its origin, such as http://127.0.0.1:5173. */
  url: string;
  close(): Promise<void>;
}

/** Serves the user interface from its sources, with hot reload. Only a source tree can do this. */
export async function devPage(api: string): Promise<ServedPage> {
  const script = new URL('../../build/scripts/devPage.ts', import.meta.url);
  const { serveDevPage } = (await import(script.href)) as { serveDevPage(api: string): Promise<ServedPage> };
  return serveDevPage(api);
}
