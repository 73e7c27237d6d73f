/**
 * A clipboard for each page. The browser has only one, and two test files at once would overwrite each other's. Copying
 * in the browser itself ends up here, too. The flows use the real clipboard.
 */
export class PageClipboard implements Pick<Clipboard, 'readText' | 'writeText'> {
  #text = '';

  /** Replaces the browser's clipboard. */
  static install(): PageClipboard {
    const clipboard = new PageClipboard();
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    document.addEventListener('copy', () => void clipboard.writeText(window.getSelection()?.toString() ?? ''));
    return clipboard;
  }

  readText(): Promise<string> {
    return Promise.resolve(this.#text);
  }

  writeText(text: string): Promise<void> {
    this.#text = text;
    return Promise.resolve();
  }
}
