import { expect, it } from 'vitest';
import { remembered } from '../../renderer/ui/remembered.ts';

it('asks once for what is wanted often, and again for what it had to forget', () => {
  const asked: string[] = [];
  const twice = remembered((key) => (asked.push(key), key + key));
  expect([twice('a'), twice('a'), twice('b')]).toEqual(['aa', 'aa', 'bb']);
  expect(asked).toEqual(['a', 'b']);
  for (let index = 0; index < 1_000; index += 1) twice(String(index));
  expect(twice('a')).toBe('aa');
  expect(asked.at(-1)).toBe('a');
});
