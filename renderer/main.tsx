import './noEval.ts';
import { connectBridge } from './bridge.ts';
import { applyStyles } from './firstStyles.ts';
import { speak } from './language.ts';
import { createServices } from './services.ts';
import { firstLanguage, followLanguage } from './start.ts';
import './styles.ts';

const services = createServices(connectBridge());

// While the host is being connected, what needs no language, a task each: the first use of Intl takes tens of milliseconds,
// and so does evaluating what the interface is built on.
setTimeout(() => new Intl.NumberFormat(navigator.language).format(0));
const libraries = import('react-dom/client');
const styles = applyStyles(document);

// Not a top-level await: the interface's chunk shares modules with this one, so it would wait for it forever.
void begin();

async function begin(): Promise<void> {
  const { bridge, store } = services;
  const language = await firstLanguage(store, bridge);
  await speak(language);
  document.documentElement.lang = language;
  followLanguage(store);
  await Promise.all([libraries, styles]);
  const { showInterface } = await import('./interface.tsx');
  showInterface(services);
}
