import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../electron/contract/settings.ts';
import type { Lease, LeaseState } from '../../../electron/contract/state.ts';
import { quitQuestion } from '../../../electron/main/quit/quitQuestion.ts';
import { exampleLease, exampleState } from '../../fakes/appState.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';

const english = mainWords('en', []);

function asked(leases: Lease[], onQuit: Settings['onQuit'] = 'ask') {
  return quitQuestion(exampleState({ leases, settings: { ...defaultSettings, onQuit } }), english);
}

const bought = exampleLease({ number: '+14155550123', label: 'checkout' });
const underWay = exampleLease({ id: 'lease-2', state: 'buying', number: null, country: 'GB' });

describe('the question before quitting', () => {
  test('is not asked when nothing is leased', () => {
    const over: LeaseState[] = ['expired', 'releasing', 'released', 'idle', 'failed'];
    expect(asked([])).toBeNull();
    expect(asked(over.map((state) => exampleLease({ state })))).toBeNull();
  });

  test.each(['release', 'keep'] as const)('is not asked when Settings say %s', (onQuit) => {
    expect(asked([bought], onQuit)).toBeNull();
  });

  test('is not asked in the demo', () => {
    expect(quitQuestion(exampleState({ demo: true, leases: [bought] }), english)).toBeNull();
  });

  test('counts what is leased and what is being bought, and names each', () => {
    expect(asked([bought])?.message).toBe('1 number is still in use.');
    const question = asked([bought, underWay, exampleLease({ state: 'released', number: '+14155550199' })]);
    expect(question?.message).toBe('2 numbers are still in use.');
    expect(question?.detail).toMatch(/^\+14155550123 \(checkout\)\nA number in GB that is being bought\n\n/);
    expect(question?.detail).not.toContain('+14155550199');
  });

  test('is not asked for pinned numbers, which stay; with others it says so', () => {
    const pinned = exampleLease({ id: 'lease-3', number: '+14155550177', pinned: true, expiresAt: null });
    expect(asked([pinned])).toBeNull();
    const question = asked([bought, pinned]);
    expect(question?.message).toBe('1 number is still in use.');
    expect(question?.detail).not.toContain('+14155550177');
    expect(question?.detail).toMatch(/\n\n1 pinned number stays yours either way, billed each month\.$/);
  });

  test('says what each answer means for the money', () => {
    const question = asked([bought]);
    expect(question?.buttons).toEqual({ release: 'Give back', keep: 'Keep', cancel: 'Cancel' });
    expect(question?.detail).toContain(
      'Give back: the leases end, and OTP Dock closes once Twilio has the numbers back.',
    );
    expect(question?.detail).toMatch(/Keep: .* end at the next start; nothing is charged before/);
  });

  test('does not promise to give back a number that outlives its lease', () => {
    const kept = [exampleLease({ policy: 'renewal' }), exampleLease({ policy: 'keep' })];
    expect(asked(kept)?.buttons.release).toBe('End now');
    expect(asked(kept)?.detail).toContain('End now: the leases end, and the numbers stay on your account');
    expect(asked([bought, ...kept])?.buttons.release).toBe('Give back');
    expect(asked([bought, ...kept])?.detail).toContain('2 of them stay on your account');
  });

  test('names eight numbers at the most', () => {
    const many = Array.from({ length: 30 }, (_, index) => exampleLease({ number: `+141555501${index + 10}` }));
    const detail = asked(many)!.detail;
    expect(detail.match(/\+1415/g)).toHaveLength(8);
    expect(detail).toContain('\nand 22 more\n');
  });
});
