import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirmAtTerminal } from '../../electron/cli/terminal.ts';

const side = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });

test.each([
  ['y\n', true],
  ['Yes\n', true],
  ['n\n', false],
  ['\n', false],
  ['yesterday\n', false],
  // Ctrl+D and Ctrl+C.
  ['\u0004', false],
  ['\u0003', false],
])('a person answers %j: %s', async (typed, agreed) => {
  const [input, output] = [side(true), side(true)];
  const answer = confirmAtTerminal(input, output)?.('Buy one?');
  input.write(typed);
  expect(await answer).toBe(agreed);
  expect(String(output.read())).toContain('Buy one? (y/N) ');
});

test('whose terminal is gone agrees to nothing', async () => {
  const [input, output] = [side(true), side(true)];
  const answer = confirmAtTerminal(input, output)?.('Buy one?');
  input.end();
  expect(await answer).toBe(false);
});

test('nobody is asked where there is no terminal, or half of one', () => {
  expect(confirmAtTerminal(side(false), side(true))).toBeNull();
  expect(confirmAtTerminal(side(true), side(false))).toBeNull();
});
