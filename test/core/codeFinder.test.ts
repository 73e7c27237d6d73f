import { describe, expect, it } from 'vitest';
import type { Rule } from '../../electron/contract/settings.ts';
import { CodeFinder } from '../../electron/core/codeFinder.ts';
import { startCore } from '../support/coreApp.ts';
import { listLogger } from '../support/listLogger.ts';
import { rule } from './otp/rules/support.ts';

const depot = (more: Partial<Rule> = {}): Rule => rule(String.raw`gate (?<code>\w+)`, { name: 'Depot', ...more });

function finder(...rules: Rule[]): { codes: CodeFinder; log: string[] } {
  const log = listLogger();
  const codes = new CodeFinder(log);
  codes.use(rules);
  return { codes, log: log.lines };
}

describe('a rule of one’s own', () => {
  it('is tried before the shared ones, and says that it was it', async () => {
    const { codes } = finder(depot());
    const found = await codes.find('Your code is 482913. Now go to gate b7');
    expect(found).toMatchObject({ code: 'b7', confidence: 1, reason: 'Found by your rule "Depot".' });
    expect(found.candidates.map(({ code }) => code)).toEqual(['b7', '482913']);
    expect(found.candidates[0]).toMatchObject({ start: 36, end: 38 });
  });

  it('leaves messages alone that it does not fit, and senders that it is not for', async () => {
    const { codes } = finder(depot({ sender: 'Depot' }));
    expect((await codes.find('Go to gate b7', 'Lumora')).code).toBeNull();
    expect((await codes.find('Go to gate b7', 'DEPOT')).code).toBe('b7');
    expect((await codes.find('Your code is 482913', 'Depot')).code).toBe('482913');
  });

  it('that is not usable does not stop the others', async () => {
    const { codes, log } = finder(depot({ pattern: '(?<code>[0-9]+' }), depot({ id: 'r2' }));
    expect((await codes.find('gate b7')).code).toBe('b7');
    expect(log).toHaveLength(1);
  });
});

describe('in Settings', () => {
  it('a rule works for the next message, and a text can be tried with it', async () => {
    const { app, sms } = await startCore();
    expect(await app.handle('settings.update', { rules: [depot()] })).toMatchObject({ ok: true });
    await sms({ to: '+919000000001', body: 'Go to gate b7' });
    expect(app.state().messages[0]).toMatchObject({ code: 'b7', reason: 'Found by your rule "Depot".' });
    expect(await app.handle('texts.try', { text: 'gate c9' })).toMatchObject({ ok: true, value: { code: 'c9' } });
  });

  it('a pattern that cannot be used is refused with what is wrong, and nothing changes', async () => {
    const { app } = await startCore();
    await app.handle('settings.update', { rules: [depot()] });
    const refused = await app.handle('settings.update', { rules: [depot({ pattern: '(?<code>[0-9]+' })] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', message: expect.toSay('Depot') } });
    expect(app.state().settings.rules).toEqual([depot()]);
  });

  it('a rule can be made by marking the code in a message', async () => {
    const { app } = await startCore();
    const text = 'Depot 7: your door opens with 48B2 until noon';
    const start = text.indexOf('48B2');
    const proposed = await app.handle('rules.propose', { text, start, end: start + 4 });
    expect(proposed).toMatchObject({ ok: true, value: { sender: null, id: expect.any(String) } });
    await app.handle('settings.update', { rules: [{ ...(proposed as { value: Rule }).value, name: 'Depot' }] });
    expect(await app.handle('texts.try', { text: text.replace('48B2', '91C7') })).toMatchObject({
      value: { code: '91C7' },
    });
  });
});
