import { page } from 'vitest/browser';
import { messagesOf } from '../../build/scripts/messages.ts';
import en from '../../electron/contract/words/en.json' with { type: 'json' };
import { exampleState } from '../fakes/appState.ts';
import { expect, test } from './support/app.ts';

test('every place that the host’s sentences point to is there', async ({ open }) => {
  open(exampleState(), 'settings');
  await expect.element(page.getByRole('heading', { name: 'About' })).toBeVisible();
  const headings = (element: Element, level: string) =>
    [...element.querySelectorAll(level)].map(({ textContent }) => textContent);
  const parts = new Map(
    [...document.querySelectorAll('[data-section]')].map((section) => [
      headings(section, 'h2')[0] ?? '',
      headings(section, 'h3'),
    ]),
  );
  const pointed = messagesOf(en.host).flatMap(([, text]) => text.split(/Settings,? under /).slice(1));
  expect(pointed.length).toBeGreaterThan(5);
  const isThere = (place: string) => {
    const [section, itsParts] = [...parts].find(([name]) => place.startsWith(name)) ?? ['', []];
    const named = /^ \(([^)]+)\)/.exec(place.slice(section.length))?.[1];
    return section !== '' && (named === undefined || itsParts.includes(named));
  };
  expect(pointed.filter((place) => !isThere(place))).toEqual([]);
});
