import './noEval.ts';
import { connectBridge } from './bridge.ts';
import { speak } from './language.ts';
import { createServices } from './services.ts';
import { firstLanguage, followLanguage } from './start.ts';
import './styles.ts';

const services = createServices(connectBridge());

// Not a top-level await: the interface's chunk shares modules with this one, so it would wait for it forever.
void begin();

async function begin(): Promise<void> {
  const { bridge, store } = services;
  const language = await firstLanguage(store, bridge);
  await speak(language);
  document.documentElement.lang = language;
  followLanguage(store);
  const { showInterface } = await import('./interface.tsx');
  showInterface(services);
}
