import { page } from 'vitest/browser';
import { messagesOf } from '../../build/scripts/messages.ts';
import en from '../../electron/contract/words/en.json' with { type: 'json' };
import { settingsSections } from '../../electron/contract/commands.ts';
import { exampleDesktop, exampleState } from '../fakes/appState.ts';
import { expect, test } from './support/app.ts';

test('every place that the host’s sentences point to is there', async ({ open }) => {
  open(exampleState({ desktop: exampleDesktop }), 'settings');
  const nav = page.getByRole('navigation', { name: 'Settings pages' });
  await expect.element(nav.getByRole('link')).toHaveLength(settingsSections.length);
  const pages = nav
    .getByRole('link')
    .elements()
    .map(({ textContent }) => textContent);
  const sentences = messagesOf(en.host).map(([, text]) => text);
  const pointed = sentences.flatMap((text) => text.split(/Settings,? under /).slice(1));
  expect(pointed.length).toBeGreaterThan(5);
  expect(pointed.filter((place) => !pages.some((name) => place.startsWith(name)))).toEqual([]);
  expect(sentences.filter((text) => text.includes('under Papers')).length).toBeGreaterThan(3);
  window.location.hash = 'papers';
  await expect.element(page.getByRole('heading', { name: 'Papers', level: 1 })).toBeVisible();
});
