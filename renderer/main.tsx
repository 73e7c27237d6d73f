import './noEval.ts';
import { connectBridge } from './bridge.ts';
import { createClient } from './client.ts';
import { speak } from './language.ts';
import { firstLanguage, followLanguage } from './start.ts';
import { Delayed } from './state/delayed.ts';
import { AppStore } from './state/store.ts';
import { Ticker } from './state/ticker.ts';
import './ui/mantine.css';
import './ui/tokens.css';
import './ui/styles.css';
import './shell/shell.css';
import './features/numbers/numbers.css';
import './features/inbox/inbox.css';

const bridge = connectBridge();
const client = createClient(bridge);
const store = new AppStore(bridge, client);
store.start();

// Not awaited at the top level: the interface's chunk shares modules with this one, and would wait for it for ever.
void begin();

async function begin(): Promise<void> {
  const language = await firstLanguage(store, bridge);
  await speak(language);
  document.documentElement.lang = language;
  followLanguage(store);
  const { showInterface } = await import('./interface.tsx');
  showInterface({ bridge, client, store, ticker: new Ticker(document), delayed: new Delayed(document, window) });
}
