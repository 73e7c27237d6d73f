import type { OnBeforeRequestListenerDetails, Session, WebContents, WebRequest } from 'electron';
import { strict } from './strict.ts';

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

type BeforeRequest = (
  details: Pick<OnBeforeRequestListenerDetails, 'url'>,
  answer: (response: { cancel?: boolean }) => void,
) => void;

/** Remembers the handlers, and asks them which permissions a page gets, and what it may fetch. */
export class FakeSession {
  #check: CheckHandler | null = null;
  #request: RequestHandler | null = null;
  #beforeRequest: BeforeRequest | null = null;
  readonly webRequest = strict('WebRequest', {
    onBeforeRequest: (_filter: unknown, listener: BeforeRequest) => void (this.#beforeRequest = listener),
  }) as unknown as WebRequest;

  on(event: string): this {
    if (event !== 'will-download') throw new Error(`The electron double has no ${event} of a session.`);
    return this;
  }

  /** For the harness: whether the request may go on. */
  lets(url: string): boolean {
    let goes = true;
    this.#beforeRequest?.({ url }, ({ cancel }) => (goes = cancel !== true));
    return goes;
  }

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
