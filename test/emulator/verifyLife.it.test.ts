import fc from 'fast-check';
import { expect } from 'vitest';
import { alice, it } from './carrier.ts';
import { call } from './harness.ts';

type Step = 'ask' | 'right' | 'wrong' | 'cancel' | 'wait';
const waitS = 200;
const lifeS = 600;

/** What Twilio documents of a verification's life, in as few words as possible. */
function expectation() {
  let now: { sendings: number; checks: number; ageS: number } | null = null;
  const steps: Record<Step, () => string> = {
    ask: () => {
      if (now && now.checks === 5) return '429 60202';
      if (now && now.sendings === 5) return '429 60203';
      now = now ? { ...now, sendings: now.sendings + 1 } : { sendings: 1, checks: 0, ageS: 0 };
      return '201 pending';
    },
    right: () => checked('approved'),
    wrong: () => checked('pending'),
    cancel: () => {
      if (!now) return '404 20404';
      now = null;
      return '200 canceled';
    },
    wait: () => {
      if (now) now = now.ageS + waitS >= lifeS ? null : { ...now, ageS: now.ageS + waitS };
      return '200';
    },
  };
  const checked = (status: 'approved' | 'pending') => {
    if (!now) return '404 20404';
    if (now.checks === 5) return '429 60202';
    now = status === 'approved' ? null : { ...now, checks: now.checks + 1 };
    return `201 ${status}`;
  };
  return steps;
}

it('a verification lives as Twilio documents, whatever is asked in whatever order', async ({ emulator, captured }) => {
  const { body: service } = await call(emulator, '/v2/Services', { form: { FriendlyName: 'Lumora' } });
  const path = `/v2/Services/${service.sid}`;
  const code = () => /\d{6}/.exec(captured.at(-1)?.body ?? '')?.[0] ?? '000000';
  const ask = (resource: string, form: Record<string, string>) => call(emulator, `${path}/${resource}`, { form });
  const steps: Record<Step, () => ReturnType<typeof call>> = {
    ask: () => ask('Verifications', { To: alice, Channel: 'sms' }),
    right: () => ask('VerificationCheck', { To: alice, Code: code() }),
    wrong: () => ask('VerificationCheck', { To: alice, Code: `${code()}0` }),
    cancel: () => ask(`Verifications/${alice}`, { Status: 'canceled' }),
    wait: () => {
      emulator.advanceClock(waitS);
      return call(emulator, path);
    },
  };
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step>('ask') },
    { weight: 6, arbitrary: fc.constant<Step>('wrong') },
    { weight: 1, arbitrary: fc.constantFrom<Step>('right', 'cancel', 'wait') },
  );
  const property = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (walk) => {
    emulator.advanceClock(lifeS);
    const expected = expectation();
    for (const name of walk) {
      const { status, body } = await steps[name]();
      const got = name === 'wait' ? `${status}` : `${status} ${body.status >= 400 ? body.code : body.status}`;
      expect(`${name}: ${got}`).toBe(`${name}: ${expected[name]()}`);
    }
  });
  await fc.assert(property, { numRuns: 25 });
});
