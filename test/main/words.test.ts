import { describe, expect, it } from 'vitest';
import { contextTemplate, menuTemplate } from '../../electron/main/menus/menuTemplate.ts';
import { quitQuestion } from '../../electron/main/quit/quitQuestion.ts';
import { trayTemplate, trayTip } from '../../electron/main/menus/trayTemplate.ts';
import { mainWords } from '../../electron/contract/words/main.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';

const hindi = mainWords('hi', []);
const devanagari = /\p{Script=Devanagari}/u;
/** Names. */
const same = ['OTP Dock', 'Twilio Console'];

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
      message: '1 नंबर अब भी इस्तेमाल में है।',
      buttons: { release: 'लौटाएँ', keep: 'रखें', cancel: 'रद्द करें' },
      always: 'हर बार यही करें',
    });
  });
});
