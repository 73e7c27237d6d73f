import './noEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectBridge } from './bridge.ts';
import { createClient } from './client.ts';
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

const services = { bridge, client, store, ticker: new Ticker(document), delayed: new Delayed(document, window) };
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
);
