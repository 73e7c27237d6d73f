import { describe, expect, it } from 'vitest';
import { contextTemplate, menuTemplate } from '../../electron/main/menuTemplate.ts';
import { quitQuestion } from '../../electron/main/quitQuestion.ts';
import { trayTemplate, trayTip } from '../../electron/main/trayTemplate.ts';
import { english } from '../../electron/main/words/english.ts';
import { hindi } from '../../electron/main/words/hindi.ts';
import { coreText, wordsFor } from '../../electron/main/words/words.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';

type Text = string | ((...args: unknown[]) => string);

function texts(words: object, path = ''): [string, Text][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, Text][] =>
    typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : [[path + key, value as Text]],
  );
}

const said = (text: Text) => (typeof text === 'string' ? text : text(17, 23, 31));
const devanagari = /\p{Script=Devanagari}/u;
/** Names, and texts made of their arguments alone. */
const same = ['OTP Dock', 'OTP Dock: 17', 'Twilio Console', '17, 23', '17: 23', '17 (23)'];

describe('the words of main', () => {
  it('are those of Settings, else the first of the system’s languages that there are words for', () => {
    expect(wordsFor('hi', ['en-US'])).toBe(hindi);
    expect(wordsFor('en', ['hi-IN'])).toBe(english);
    expect(wordsFor('auto', ['fr-FR', 'hi-IN', 'en'])).toBe(hindi);
    expect(wordsFor('auto', ['fr-FR'])).toBe(english);
    expect(wordsFor('auto', [])).toBe(english);
  });

  it('are Hindi throughout in Hindi, and use what they are given', () => {
    const inHindi = new Map(texts(hindi));
    expect([...inHindi.keys()]).toEqual(texts(english).map(([path]) => path));
    const foreign = [...inHindi.values()].map(said).filter((text) => !devanagari.test(text));
    expect(foreign.filter((text) => !same.includes(text))).toEqual([]);
    const given = (text: Text) => ['17', '23', '31'].filter((part) => said(text).includes(part));
    for (const [path, text] of texts(english)) expect([path, given(inHindi.get(path)!)]).toEqual([path, given(text)]);
  });

  it('say in their language what the core says in English', () => {
    const stuck = '+14155550123 could not be given back to Twilio yet: Twilio has a problem of its own.';
    expect(coreText(english, stuck)).toBe(stuck);
    expect(coreText(hindi, stuck)).toBe('+14155550123 अभी Twilio को लौटाया नहीं जा सका: Twilio में ही कोई समस्या है।');
    expect(coreText(hindi, 'Nobody knows this.')).toBe('Nobody knows this.');
  });

  it('count by the rules of their language', () => {
    expect([1, 2, 1000].map(english.quit.question)).toEqual([
      '1 number is still leased.',
      '2 numbers are still leased.',
      '1,000 numbers are still leased.',
    ]);
    expect([1, 2].map(hindi.tray.hoursLeft)).toEqual(['1 घंटा बाकी', '2 घंटे बाकी']);
    expect([1, 2].map(english.badge)).toEqual(['1 new code', '2 new codes']);
  });
});

describe('in Hindi', () => {
  const labelled = exampleLease({ label: 'चेकआउट' });
  const state = exampleState({
    leases: [labelled],
    messages: [exampleMessage({ code: '482913', leaseId: labelled.id })],
  });
  const nothing = () => undefined;
  const actions = {
    copy: nothing,
    reveal: nothing,
    command: nothing,
    openExternal: nothing,
    pause: nothing,
    present: nothing,
    open: nothing,
    quit: nothing,
  };

  it.each(['darwin', 'win32', 'linux'] as const)('no line of the menus on %s is English', (platform) => {
    const situation = { platform, developing: true };
    const bar = menuTemplate({ inside: true, presenting: false }, hindi, situation, actions);
    const all = bar.flatMap((menu) => [menu, ...(Array.isArray(menu.submenu) ? menu.submenu : [])]);
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
    const field = contextTemplate({ isEditable: true, selectionText: '', editFlags }, hindi);
    const lines = [...all, ...field, ...trayTemplate(state, exampleNow, hindi, actions)];
    const labels = lines.filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '');
    expect(labels.filter((label) => !devanagari.test(label) && !same.includes(label))).toEqual([]);
  });

  it('tray tip and the question before quitting are, too', () => {
    expect(trayTip(state, hindi)).toBe('OTP Dock: 1 नंबर इस्तेमाल में');
    expect(quitQuestion(state, hindi)).toMatchObject({
      message: '1 नंबर अब भी लीज़ पर है।',
      buttons: { release: 'लौटाएँ', keep: 'रखें', cancel: 'रद्द करें' },
      always: 'हर बार यही करें',
    });
  });
});
