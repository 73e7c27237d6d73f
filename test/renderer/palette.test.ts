import { describe, expect, it } from 'vitest';
import { matching, type PaletteAction } from '../../renderer/features/palette/actions.ts';

const action = (label: string, more: Partial<PaletteAction> = {}): PaletteAction => ({
  id: label,
  label,
  keywords: '',
  run: () => undefined,
  ...more,
});
const labels = (actions: PaletteAction[], query: string) => matching(actions, query).map(({ label }) => label);

const actions = [
  action('New number', { keywords: 'take buy lease phone' }),
  action('Give back · checkout', { keywords: 'release return', number: '+447700900123' }),
  action('Take the theme'),
];

describe('the actions for what is typed', () => {
  it('are all of them, while nothing is', () => {
    expect(labels(actions, ' ')).toHaveLength(3);
  });

  it('begin with each word, in any order and case; those that say so come first', () => {
    expect(labels(actions, 'CHECK gi')).toEqual(['Give back · checkout']);
    expect(labels(actions, 'take')).toEqual(['Take the theme', 'New number']);
    expect(labels(actions, 'elease')).toEqual([]);
  });

  it('are found by their number, however it is written', () => {
    for (const query of ['07700 900123', '+44 7700', '900123']) {
      expect(labels(actions, query)).toEqual(['Give back · checkout']);
    }
  });

  it('may be written in other scripts', () => {
    expect(labels([action('नया नंबर'), action('सेटिंग्स')], 'नंब')).toEqual(['नया नंबर']);
  });

  it('are not more than can be looked through', () => {
    expect(
      labels(
        Array.from({ length: 500 }, (_, index) => action(`Number ${index}`)),
        'number',
      ),
    ).toHaveLength(50);
  });
});
