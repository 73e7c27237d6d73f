import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicUrlSchema } from '../../electron/contract/settings.ts';

describe('a public URL', () => {
  it.each([
    ['https://hooks.example', 'https://hooks.example'],
    ['https://hooks.example/', 'https://hooks.example'],
    ['https://hooks.example/webhook', 'https://hooks.example'],
    ['https://hooks.example/webhook/', 'https://hooks.example'],
    ['https://hooks.example/otp/webhook', 'https://hooks.example/otp'],
    ['https://hooks.example//webhook//', 'https://hooks.example'],
    ['http://[::1]:5000/webhook', 'http://[::1]:5000'],
    ['https://webhook', 'https://webhook'],
    ['https://hooks.example/my-webhook', 'https://hooks.example/my-webhook'],
    ['https://hooks.example/webhook/otp', 'https://hooks.example/webhook/otp'],
  ])('is meant without the webhook’s own path: %s is %s', (given, base) => {
    expect(publicUrlSchema.parse(given)).toBe(base);
  });

  it('is the same however often it is read', () => {
    const path = fc.array(fc.constantFrom('webhook', 'otp', ''), { maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, (given) => {
        const once = publicUrlSchema.parse(`https://hooks.example/${given}`);
        expect(publicUrlSchema.parse(once)).toBe(once);
      }),
    );
  });
});
