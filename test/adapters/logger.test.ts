import { describe, expect, it } from 'vitest';
import { createLogger } from '../../electron/adapters/logger.ts';
import { plainError } from '../../electron/contract/errors.ts';

function logged(secrets: (string | null)[] = []) {
  const lines: string[] = [];
  return {
    log: createLogger(
      (line) => void lines.push(line),
      () => secrets,
    ),
    lines,
  };
}

describe('the log', () => {
  it('has a line for each thing, and says how bad it is', () => {
    const { log, lines } = logged();
    log.info('Twilio integration enabled');
    log.warn('Port 5000 is in use.');
    log.error('It broke.');
    expect(lines).toEqual(['Twilio integration enabled', 'Warning: Port 5000 is in use.', 'Error: It broke.']);
  });

  it('says where an error came from', () => {
    const { log, lines } = logged();
    log.error('It broke.', plainError('INTERNAL', 'The reason.', ''));
    log.error('It broke.', 'a text');
    expect(lines[0]).toMatch(/^Error: It broke\. AppError: The reason\.\n\s+at /);
    expect(lines[1]).toBe('Error: It broke. a text');
  });

  it('strikes out the secrets of this run, wherever they are', () => {
    const { log, lines } = logged(['t0ken', null, 'ngr0k.$&']);
    log.info('t0ken and t0ken');
    log.warn('https://x:ngr0k.$&@host');
    log.error('It broke.', new Error('with t0ken in it'));
    expect(lines.join('\n')).not.toMatch(/t0ken|ngr0k/);
    expect(lines[0]).toBe('[secret] and [secret]');
  });
});
