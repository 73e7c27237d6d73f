import type { Normalised } from '../text/normalise.ts';
import type { Token } from '../text/tokens.ts';
import { numberRun, numberShapes } from './numbers.ts';
import { otherLettersAt } from './otherLetters.ts';
import type { Shape } from './shape.ts';
import { groupsAt, singlesAt } from './singles.ts';
import { wordShape } from './words.ts';

/** Every shape in the text, in order. Linear. */
export function findShapes({ text }: Normalised, tokens: Token[], isAddress: (token: Token) => boolean): Shape[] {
  const shapes: Shape[] = [];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token;
    const run = token.kind === 'digits' ? numberRun(text, tokens, index) : index;
    const whole =
      singlesAt(text, tokens, index) ?? groupsAt(text, tokens, index) ?? otherLettersAt(text, tokens, index);
    if (isAddress(token)) index += 1;
    else if (whole) {
      shapes.push(whole);
      index = whole.last + 1;
    } else if (token.kind === 'digits') {
      shapes.push(...numberShapes(text, tokens, index, run));
      index = run + 1;
    } else {
      const shape = wordShape(text, tokens, index);
      if (shape) shapes.push(shape);
      index = (shape?.last ?? index) + 1;
    }
  }
  return shapes;
}
