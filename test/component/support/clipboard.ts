/**
 * A clipboard for each page: the browser has one, and the pages of two files that are tested at once would clear each
 * other's. What the browser itself copies gets here, too. The flows use the real one.
 */
export class PageClipboard implements Pick<Clipboard, 'readText' | 'writeText'> {
  #text = '';

  /** In place of the browser's. */
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
