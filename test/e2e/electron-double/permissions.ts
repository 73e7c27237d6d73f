import type { Session, WebContents } from 'electron';

type CheckHandler = Exclude<Parameters<Session['setPermissionCheckHandler']>[0], null>;
type RequestHandler = Exclude<Parameters<Session['setPermissionRequestHandler']>[0], null>;

/** What Electron calls a permission, and what Playwright calls it. */
const permissions = {
  'clipboard-sanitized-write': ['clipboard-write'],
  'clipboard-read': ['clipboard-read'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'storage-access': ['storage-access'],
} as const satisfies Partial<Record<Parameters<CheckHandler>[1], readonly string[]>>;

type Name = keyof typeof permissions;

/** Remembers the handlers, and asks them which permissions a page gets. */
export class FakeSession implements Pick<
  Session,
  'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler'
> {
  #check: CheckHandler | null = null;
  #request: RequestHandler | null = null;

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  setDevicePermissionHandler(): void {
    // No test gives the page a device.
  }

  /** As in Electron, a permission that no handler refuses is granted. Both handlers must agree: pages use either. */
  async grantedTo(contents: WebContents, url: string): Promise<string[]> {
    const granted: string[] = [];
    for (const name of Object.keys(permissions) as Name[]) {
      if (this.#checks(contents, name, url) && (await this.#requests(contents, name, url)))
        granted.push(...permissions[name]);
    }
    return granted;
  }

  #checks(contents: WebContents, name: Name, url: string): boolean {
    return this.#check?.(contents, name, originOf(url), { isMainFrame: true, requestingUrl: url }) ?? true;
  }

  #requests(contents: WebContents, name: Name, requestingUrl: string): Promise<boolean> {
    return new Promise((done) => {
      if (this.#request === null) done(true);
      else this.#request(contents, name, done, { isMainFrame: true, requestingUrl });
    });
  }
}

/** Electron names the origin of a standard scheme with a slash at its end. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}/`;
}
