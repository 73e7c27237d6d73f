import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchFaults } from '../../../electron/adapters/log/faults.ts';
import { createLogger, logFolder, type LoggerOptions } from '../../../electron/adapters/log/logger.ts';
import { openRotatingFile } from '../../../electron/adapters/log/rotatingFile.ts';
import { plainError } from '../../../electron/contract/errors.ts';
import { modeOf, tempFolder } from '../harness.ts';

const at = new Date('2026-03-02T10:00:00Z');

function logged(secrets: (string | null)[] = [], options: LoggerOptions = {}) {
  const lines: string[] = [];
  const log = createLogger((line) => void lines.push(line), { now: () => at, ...options });
  log.learn(...secrets);
  return { log, lines };
}

/** As logged, with a file. */
function kept(secrets: (string | null)[] = [], options: LoggerOptions = {}, dataDir = tempFolder()) {
  const { log, lines } = logged(secrets, options);
  const folder = logFolder(dataDir);
  log.keepIn(dataDir);
  return { log, lines, dataDir, folder, file: () => readFileSync(join(folder, 'otp-dock.log'), 'utf8') };
}

describe('the log', () => {
  it('has a line for each thing, and says how bad it is', () => {
    const { log, lines } = logged();
    log.info('Twilio integration enabled');
    log.warn('Port 5000 is in use.');
    log.error('It broke.');
    expect(lines).toEqual(['Twilio integration enabled', 'Warning: Port 5000 is in use.', 'Error: It broke.']);
  });

  it('writes from its level on, and what DEBUG asked for; the file and a report have all of it', () => {
    const { log, lines, file } = kept([], { written: 'error' });
    log.info('Twilio integration enabled');
    log.warn('Port 5000 is in use.');
    log.error('It broke.');
    log.debug('twilio:api GET');
    expect(lines).toEqual(['Error: It broke.', 'twilio:api GET']);
    expect(file()).toMatch(/info {2}Twilio integration enabled\n.*Port 5000.*\n.*It broke/);
    expect(log.recent().join('\n')).toContain('Port 5000 is in use.');
  });

  it('announces with the other lines, or elsewhere whatever the level; the file has it in either case', () => {
    const announced: string[] = [];
    const elsewhere = kept(['5ecret-enough'], { written: 'error', announce: (line) => void announced.push(line) });
    elsewhere.log.announce('It works with 5ecret-enough.');
    const quiet = logged([], { written: 'warn' });
    const plain = logged();
    for (const { log } of [quiet, plain]) log.announce('It works.');
    expect([elsewhere.lines, quiet.lines, plain.lines]).toEqual([[], [], ['It works.']]);
    expect(announced).toEqual([expect.stringMatching(/^It works with (?!5ecret)/)]);
    expect(elsewhere.file()).toContain('info  It works with ');
  });

  it('says where an error came from', () => {
    const { log, lines } = logged();
    log.error('It broke.', plainError('INTERNAL', 'The reason.', ''));
    log.error('It broke.', 'a text');
    expect(lines[0]).toMatch(/^Error: It broke\. AppError: The reason\.\n\s+at /);
    expect(lines[1]).toBe('Error: It broke. a text');
  });

  it('is one JSON object a line where that is asked for, with the details of an error; the file is text', () => {
    const { log, lines, file } = kept(['t0ken-of-api'], { format: 'json', written: 'warn' });
    log.info('Twilio integration enabled');
    log.warn('first\nsecond "t0ken-of-api"');
    log.error('It broke.', plainError('INTERNAL', 'With t0ken-of-api.', ''));
    log.error('It broke.', Object.assign(new Error('No room.'), { code: 'ENOSPC' }));
    log.error('It broke.', 'a text of t0ken-of-api');
    log.debug('twilio:api GET');
    const time = at.toISOString();
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { time, level: 'warn', message: 'first\nsecond "[secret]"' },
      {
        time,
        level: 'error',
        message: 'It broke.',
        error: {
          name: 'AppError',
          code: 'INTERNAL',
          message: 'With [secret].',
          stack: expect.stringMatching(/^AppError: With \[secret\]\.\n\s+at /),
        },
      },
      {
        time,
        level: 'error',
        message: 'It broke.',
        error: { name: 'Error', code: 'ENOSPC', message: 'No room.', stack: expect.any(String) },
      },
      { time, level: 'error', message: 'It broke.', error: { message: 'a text of [secret]' } },
      { time, level: 'debug', message: 'twilio:api GET' },
    ]);
    expect(file()).toMatch(/info {2}Twilio integration enabled\n.*warn {2}first\n {4}second "\[secret\]"/);
  });

  it('strikes out the secrets of this run, on the terminal, in the file and in what it remembers', () => {
    const { log, lines, file } = kept(['t0ken-of-api', null, 'ngr0k.$&.token']);
    log.info('t0ken-of-api and t0ken-of-api');
    log.warn('https://x:ngr0k.$&.token@host');
    log.error('It broke.', new Error('with t0ken-of-api in it'));
    log.debug(`twilio:api Basic ${Buffer.from('AC1:t0ken-of-api').toString('base64')}`);
    const all = [...lines, file(), ...log.recent()].join('\n');
    expect(all).not.toMatch(/t0ken|ngr0k|QUMxOnQwa/);
    expect(lines[0]).toBe('[secret] and [secret]');
  });

  it('is kept in a file that only its user can read, an entry of several lines indented', () => {
    const { log, folder, file } = kept();
    log.info('first');
    log.warn('second\n2026-03-02T10:00:00.000Z error forged');
    expect(file()).toBe(
      '2026-03-02T10:00:00.000Z info  first\n' +
        '2026-03-02T10:00:00.000Z warn  second\n    2026-03-02T10:00:00.000Z error forged\n',
    );
    expect(modeOf(join(folder, 'otp-dock.log'))).toBe(0o600);
    expect(modeOf(folder)).toBe(0o700);
  });

  it('remembers the newest warnings and errors, also those of the run before', () => {
    const before = kept();
    before.log.info('all well');
    before.log.error('It broke.', new Error('because'));
    const { log } = kept([], {}, before.dataDir);
    for (let count = 1; count <= 49; count += 1) log.warn(`warning ${count}`);
    expect(log.recent()).toHaveLength(50);
    expect(log.recent()[0]).toMatch(/^\S+Z error It broke\. Error: because\n {4}/);
    log.warn('one more');
    expect(log.recent()[0]).toContain('warning 1');
  });

  it('goes on when the file can no longer be written, and says so once', () => {
    const dataDir = tempFolder();
    const { log, lines } = logged();
    writeFileSync(logFolder(dataDir), 'in the way');
    log.keepIn(dataDir);
    log.info('one');
    log.info('two');
    expect(lines).toEqual([expect.stringMatching(/^Warning: The log file can no longer/), 'one', 'two']);
  });

  it('forgets everything, also on disk, and goes on', () => {
    const { log, folder, file } = kept();
    log.error('It broke.');
    log.forget();
    expect([log.recent(), readdirSync(folder)]).toEqual([[], []]);
    log.info('anew');
    expect(file()).toMatch(/anew/);
  });
});

describe('the log files', () => {
  it('never grow past their size, and no more than three of them stay', () => {
    const folder = tempFolder();
    const file = openRotatingFile({ folder, maxBytes: 100 });
    for (let count = 0; count < 50; count += 1) file.append(`line ${count} ${'x'.repeat(40)}`);
    expect(readdirSync(folder).sort()).toEqual(['otp-dock.1.log', 'otp-dock.2.log', 'otp-dock.log']);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(100);
      expect(modeOf(join(folder, name))).toBe(0o600);
    }
    expect(readFileSync(join(folder, 'otp-dock.log'), 'utf8')).toContain('line 49 ');
    expect(readFileSync(join(folder, 'otp-dock.1.log'), 'utf8')).toContain('line 47 ');
  });

  it('take a line that is longer than a file, and files that somebody deleted', () => {
    const folder = join(tempFolder(), 'logs');
    const file = openRotatingFile({ folder, maxBytes: 100 });
    file.append('y'.repeat(500));
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    file.append('next');
    expect(readFileSync(join(folder, 'otp-dock.log'), 'utf8')).toBe('next\n');
  });
});

it('errors that nobody caught are logged without secrets, and told, also those from before somebody listened', () => {
  const { log, lines } = logged(['s3cret-token']);
  const listeners = new Map<string, (thrown: unknown) => void>();
  const process = { on: (event: string, listener: (thrown: unknown) => void) => void listeners.set(event, listener) };
  const faults = watchFaults(process as unknown as NodeJS.Process, log);
  listeners.get('uncaughtException')!(new Error('no s3cret-token here'));
  let told = 0;
  faults.tellTo(() => void (told += 1));
  expect(told).toBe(1);
  listeners.get('unhandledRejection')!('a reason');
  expect(told).toBe(2);
  expect(lines[0]).toMatch(/^Error: An error was not caught\. Error: no \[secret\] here\n\s+at /);
  expect(lines[1]).toBe('Error: A promise was rejected, and nobody cared. a reason');
});
