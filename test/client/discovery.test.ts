import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir as dataDirOfHosts } from '../../electron/adapters/dataDir.ts';
import { defaultDataDir, findHost } from '../../electron/client/discovery.ts';
import { tempFolder } from '../adapters/harness.ts';

const token = 'a'.repeat(43);

function dataDirOfHost({ mode = 0o600, api = 'http://127.0.0.1:5007', pid = process.pid } = {}): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'host.json'), JSON.stringify({ api, pid }));
  writeFileSync(join(folder, 'api-token'), `${token}\n`);
  chmodSync(join(folder, 'api-token'), mode);
  return folder;
}

describe('the running host', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is looked for where it has its data on %s', (platform) => {
    for (const variables of [{}, { APPDATA: '/roaming', XDG_CONFIG_HOME: '/config' }])
      expect(defaultDataDir(variables, platform, '/home/t')).toBe(dataDirOfHosts(platform, variables, '/home/t'));
  });

  it('is found by its data folder', () => {
    const variables = { OTP_DOCK_DATA_DIR: dataDirOfHost() };
    expect(findHost({}, variables)).toEqual({ url: 'http://127.0.0.1:5007', token });
    expect(findHost({ dataDir: variables.OTP_DOCK_DATA_DIR }, {})).toEqual({ url: 'http://127.0.0.1:5007', token });
  });

  it('is where the environment says, and before that where the script says', () => {
    const variables = {
      OTP_DOCK_URL: 'http://127.0.0.1:6000/',
      OTP_DOCK_TOKEN: 't',
      OTP_DOCK_DATA_DIR: dataDirOfHost(),
    };
    expect(findHost({}, variables)).toEqual({ url: 'http://127.0.0.1:6000', token: 't' });
    expect(findHost({ url: 'https://ci.example/dock/' }, variables)).toEqual({
      url: 'https://ci.example/dock',
      token: 't',
    });
    expect(findHost({ token: 'u' }, { ...variables, OTP_DOCK_TOKEN: '' }).token).toBe('u');
    expect(findHost({}, { ...variables, OTP_DOCK_TOKEN: '' }).token).toBe(token);
  });

  it('is not guessed', () => {
    const nothing = { OTP_DOCK_DATA_DIR: tempFolder() };
    expect(() => findHost({}, nothing)).toThrow(/^No OTP Dock runs with the data folder .*npm run serve/);
    expect(() => findHost({ url: 'http://127.0.0.1:1' }, nothing)).toThrow(/^There is no token for .*OTP_DOCK_TOKEN/);
    for (const url of ['127.0.0.1:5001', 'ftp://127.0.0.1', 'file:///x'])
      expect(() => findHost({ url, token: 't' }, nothing)).toThrow('nor one with https');
  });

  it('elsewhere gets no token in the clear, and none that it was not given', () => {
    const variables = { OTP_DOCK_DATA_DIR: dataDirOfHost() };
    for (const url of [
      'http://ci.example',
      'http://10.0.0.1:5001',
      'http://127.0.0.1.ci.example:5001',
      'http://127.0.0.1:5001@ci.example',
      'http://localhost.ci.example',
    ]) {
      const find = () => findHost({ url, token: 'se-cret' }, variables);
      expect(find, url).toThrow(/^The URL of OTP Dock is neither .* https.*OTP_DOCK_URL/);
      expect(find, url).not.toThrow('se-cret');
      expect(() => findHost({}, { ...variables, OTP_DOCK_URL: url }), url).toThrow('nor one with https');
    }
    for (const url of ['http://localhost:5001', 'http://[::1]:5001', 'http://127.0.0.1'])
      expect(findHost({ url }, variables)).toEqual({ url, token });
    expect(() => findHost({ url: 'https://ci.example' }, variables)).toThrow(/elsewhere.*OTP_DOCK_TOKEN/);
  });

  it('is never elsewhere than on this machine, nor one that is gone', () => {
    const elsewhere = [
      'http://10.0.0.1:5007',
      'https://example.com',
      'http://127.0.0.1.evil.example:5001',
      'http://127.0.0.1:5001/x',
      'http://127.0.0.1:5001@evil.example',
    ].map((api) => ({ api }));
    for (const given of [...elsewhere, { pid: 2 ** 30 }, { pid: 0 }])
      expect(() => findHost({}, { OTP_DOCK_DATA_DIR: dataDirOfHost(given) })).toThrow('No OTP Dock runs');
  });

  it.skipIf(process.platform === 'win32')('is not asked with a token that others can read', () => {
    expect(() => findHost({}, { OTP_DOCK_DATA_DIR: dataDirOfHost({ mode: 0o640 }) })).toThrow('can be read by others');
  });
});
