import type { Page } from 'playwright';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../../../electron/contract/socket.ts';
import type { HeadlessProcess } from '../../e2e/harness/headless.ts';

export const blankNewest = '#newest';

/** Opens the floor: an empty page of the host's own origin that writes the newest code of the same WebSocket into a text. */
export async function openBlank(page: Page, { ready, token }: HeadlessProcess): Promise<void> {
  // The host has no such page; what it answers is emptied.
  await page.goto(`${ready.api}/blank`);
  await page.evaluate(follow, {
    url: `${ready.api.replace('http', 'ws')}${socketPath}`,
    protocols: [socketProtocol, tokenProtocolPrefix + token],
  });
}

/** Runs in the page. */
function follow({ url, protocols }: { url: string; protocols: string[] }): void {
  const text = document.createElement('p');
  text.id = 'newest';
  document.body.replaceChildren(text);
  new WebSocket(url, protocols).addEventListener('message', ({ data }) => {
    const { event, payload } = JSON.parse(String(data)) as { event: string; payload: { code: string } };
    if (event === 'message') text.textContent = payload.code;
  });
}
