import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/commands.ts';
import { linkIn, parseLink, receiveLinks } from '../../electron/main/deepLink.ts';
import { mainWords } from '../../electron/contract/words/main.ts';

const english = mainWords('en', []);

describe('a link', () => {
  test('names what the dialog begins with', () => {
    expect(parseLink('otpdock://lease?country=us&type=local&label=checkout%20test', english)).toEqual({
      name: 'newNumber',
      prefill: { country: 'US', type: 'local', label: 'checkout test' },
    });
    expect(parseLink('otpdock://lease', english)).toEqual({ name: 'newNumber', prefill: {} });
    expect(parseLink('otpdock://lease/?label=x', english)).toMatchObject({ prefill: { label: 'x' } });
  });

  test.each([
    'otpdock://buy?country=US',
    'otpdock://lease/now?country=US',
    'otpdock://user@lease?country=US',
    'otpdock:lease',
    'https://lease?country=US',
    'otpdock://',
    'not a link',
    `otpdock://lease?label=${'x'.repeat(2000)}`,
  ])('that asks for something else is refused: %s', (link) => {
    expect(parseLink(link, english)).toMatchObject({
      name: 'refuse',
      hint: expect.stringContaining('otpdock://lease?'),
    });
  });

  test.each([
    'otpdock://lease?ttlSeconds=604800',
    'otpdock://lease?requestId=1',
    'otpdock://lease?policy=keep',
    'otpdock://lease?country=US&country=GB',
    'otpdock://lease?__proto__=1',
    'otpdock://lease?country=US#buy',
  ])('that says more than it may is refused: %s', (link) => {
    expect(parseLink(link, english)).toMatchObject({
      name: 'refuse',
      hint: expect.stringContaining('country, type and label'),
    });
  });

  test('with a value that is wrong is refused with the reason', () => {
    expect(parseLink('otpdock://lease?country=Atlantis', english)).toMatchObject({
      name: 'refuse',
      hint: expect.stringContaining('A country is two letters'),
    });
    expect(parseLink('otpdock://lease?type=landline', english)).toMatchObject({ name: 'refuse' });
    expect(parseLink(`otpdock://lease?label=${'x'.repeat(81)}`, english)).toMatchObject({ name: 'refuse' });
  });

  test('is found among the arguments of a start', () => {
    expect(linkIn(['/usr/bin/otp-dock', '--demo', 'OTPDOCK://lease'])).toBe('OTPDOCK://lease');
    expect(linkIn(['/usr/bin/otp-dock', '--demo'])).toBeNull();
  });
});

test('links from before anybody listens are not lost, and each is told once', () => {
  const app = new EventEmitter();
  const onLink = receiveLinks(app as unknown as Pick<App, 'on'>, ['otp-dock', 'otpdock://lease?label=argument']);
  const prevented: string[] = [];
  const open = (url: string) => app.emit('open-url', { preventDefault: () => prevented.push(url) }, url);
  open('otpdock://lease?label=early');
  const heard: Command[] = [];
  onLink(
    (command) => heard.push(command),
    () => english,
  );
  app.emit('second-instance', {}, ['otp-dock', 'otpdock://lease?label=second'], '/');
  app.emit('second-instance', {}, ['otp-dock'], '/');
  expect(heard.map((command) => command.name === 'newNumber' && command.prefill.label)).toEqual([
    'argument',
    'early',
    'second',
  ]);
  expect(prevented).toEqual(['otpdock://lease?label=early']);
});
