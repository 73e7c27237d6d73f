import { describe, expect, it } from 'vitest';
import { cli, start } from './harness.ts';

const message = (text: string): string => `${JSON.stringify({ text })}\n`;

type Answer = Record<string, unknown>;

const answersIn = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);

const codesIn = (stdout: string) => answersIn(stdout).map(({ code }) => code);

describe('the codes in messages', () => {
  it('come a line each, in order, null where there is none', async () => {
    const { stdout, status } = await cli(['parse', '--json'], {
      input:
        message('Your code is 123456') + message('Hello: https://lumora.example/a.') + message('654321 is your code'),
    });
    expect(status).toBe(0);
    const answers = answersIn(stdout);
    expect(answers.map(({ code }) => code)).toEqual(['123456', null, '654321']);
    expect(answers.map(({ links }) => links)).toEqual([[], ['https://lumora.example/a'], []]);
    const fields = ['candidates', 'code', 'confidence', 'domain', 'links', 'reason', 'service'];
    for (const answer of answers) expect(Object.keys(answer).sort()).toEqual(fields);
    expect(answers[0]).toMatchObject({
      confidence: expect.any(Number),
      candidates: [{ code: '123456', confidence: expect.any(Number), reason: expect.stringMatching(/\w/) }],
    });
  });

  it.each([
    ['without a line feed at its end', message('Your code is 123456').trimEnd()],
    ['with Windows line ends', message('Your code is 123456').replace('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${message('Your code is 123456')}`],
    ['between empty lines', `\n\n${message('Your code is 123456')}\n  \n`],
    ['with more than the text', '{"from": "+1", "text": "Your code is 123456", "n": 1}'],
    ['with line separators of Unicode in the text', '{"text": "Your\u2028code\u2029is 123456 \u0085 ok"}\n'],
    ['with line feeds in the text', message('Your code is\n123456\r\n')],
  ])('are found in a line %s', async (_what, input) => {
    const { stdout, ...rest } = await cli(['parse'], { input });
    expect(rest).toEqual({ status: 0, stderr: '' });
    expect(codesIn(stdout)).toEqual(['123456']);
  });

  it('of nothing are nothing', async () => {
    expect(await cli(['parse'], { input: '' })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('come as soon as their message has, for a program that asks one by one', async () => {
    const { process, ended } = start(['parse']);
    for (const [index, code] of ['111111', '222222'].entries()) {
      process.stdin.write(message(`Your code is ${code}`));
      expect(JSON.parse(await process.stdout.line(index))).toMatchObject({ code });
    }
    process.stdin.end();
    expect((await ended).status).toBe(0);
  });
});

describe('a line that is no message', () => {
  it.each([['not JSON'], ['{"body": "Your code is 123456"}'], ['{"text": 5}'], ['[]'], ['"text"'], ['null']])(
    '(%s) ends it with 2 and is named',
    async (line) => {
      const { status, stdout, stderr } = await cli(['parse'], {
        input: `${message('Your code is 123456')}\n${line}\n${message('after')}`,
      });
      expect(status).toBe(2);
      expect(stderr).toMatch(/^❌ Line 3 of the input is not a JSON object with a "text"\./);
      expect(codesIn(stdout)).toEqual(['123456']);
    },
  );
});
