import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSecrets } from '../../../electron/adapters/settings/fileSecrets.ts';
import { failureOf, modeOf, tempFolder } from '../harness.ts';

describe('a secret on a machine without a keychain', () => {
  it('is there after a restart, and the other one is not', async () => {
    const folder = tempFolder();
    await createFileSecrets(folder).write('twilio', 'one');
    await createFileSecrets(folder).write('twilio', 'two');
    expect(await createFileSecrets(folder).read('twilio')).toBe('two');
    expect(await createFileSecrets(folder).read('ngrok')).toBeNull();
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['twilio']);
  });

  it.skipIf(process.platform === 'win32')(
    'can be read by its owner alone, also after a draft that was open',
    async () => {
      const folder = tempFolder();
      mkdirSync(join(folder, 'secrets'), { mode: 0o700 });
      writeFileSync(join(folder, 'secrets', 'ngrok.new'), 'left by a crash', { mode: 0o644 });
      await createFileSecrets(folder).write('ngrok', 'token');
      expect(modeOf(join(folder, 'secrets'))).toBe(0o700);
      expect(modeOf(join(folder, 'secrets', 'ngrok'))).toBe(0o600);
    },
  );

  it('is gone when it is removed, with every trace of it, and removing it again does no harm', async () => {
    const folder = tempFolder();
    const secrets = createFileSecrets(folder);
    await secrets.write('twilio', 'one');
    writeFileSync(join(folder, 'secrets', 'twilio.new'), 'left by a crash');
    await secrets.remove('twilio');
    await secrets.remove('twilio');
    expect(await secrets.read('twilio')).toBeNull();
    expect(readdirSync(join(folder, 'secrets'))).toEqual([]);
  });

  it('that cannot be kept is told as such, without the secret', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'secrets'), 'a file where the folder should be');
    const failure = await failureOf(createFileSecrets(folder).write('twilio', '5ecret'));
    expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay(folder) });
    expect(JSON.stringify(failure)).not.toContain('5ecret');
  });
});
