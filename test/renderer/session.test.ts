import { expect, it } from 'vitest';
import { tokenIn } from '../../renderer/session.ts';

it.each([
  ['  abc-_1\n', 'abc-_1'],
  ['http://127.0.0.1:5001/#token=abc-_1', 'abc-_1'],
  ['#token=abc-_1', 'abc-_1'],
  ['a#b', 'a#b'],
])('the token in %j is %j', (pasted, token) => expect(tokenIn(pasted)).toBe(token));
