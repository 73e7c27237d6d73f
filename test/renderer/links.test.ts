import { describe, expect, it } from 'vitest';
import { partsOfLink, webLinks } from '../../renderer/state/links.ts';

describe('a link that may be opened', () => {
  it.each([
    ['https://lumora.example/l?a=b#c', 'https://', 'lumora.example', '/l?a=b#c'],
    ['https://bücher.example', 'https://', 'xn--bcher-kva.example', '/'],
    ['http://evil.example:secret@evil.example:8080/', 'http://evil.example:secret@', 'evil.example:8080', '/'],
    ['https://lumora.example@EVIL.example', 'https://lumora.example@', 'evil.example', '/'],
    ['https://аpple.example/х', 'https://', 'xn--pple-43d.example', '/%D1%85'],
    ['https://[::1]/', 'https://', '[::1]', '/'],
  ])('%s is shown as the browser asks for it, its host apart', (link, before, host, after) => {
    expect(partsOfLink(link)).toEqual({ before, host, after });
    expect(before + host + after).toBe(new URL(link).href);
  });

  it('is one of the web, each once', () => {
    const links = [
      'https://a.example',
      'javascript:alert(1)',
      'https://a.example',
      'http://b.example',
      'https://',
      'x',
    ];
    expect(webLinks({ links })).toEqual(['https://a.example', 'http://b.example']);
  });
});
