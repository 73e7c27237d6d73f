import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { explainNgrok } from '../../../electron/adapters/tunnel/ngrokErrors.ts';
import { ngrokToken } from './ngrokConfig.ts';

describe('an error of ngrok’s', () => {
  it.each([
    ['105', 'not an ngrok authtoken', false],
    ['107', 'does not accept', false],
    ['108', 'agents', true],
    ['324', 'endpoints', true],
    ['334', 'already online', true],
    ['702', 'in a minute', true],
    ['703', 'in a minute', true],
    ['727', 'used up', false],
    ['734', 'in a minute', true],
    ['3200', 'offline', true],
    ['4018', 'a verified account', false],
    ['9999', 'could not be connected', true],
  ])('%s is explained', (code, text, retryable) => {
    const failure = explainNgrok(new Error(`failed to connect session: ERR_NGROK_${code} authtoken ${ngrokToken}`));
    expect(failure).toMatchObject({
      code: 'TUNNEL_FAILED',
      retryable,
      message: expect.toSay(text),
      hint: expect.toSay(/\w/),
    });
    expect(failure.message).toSay(`ngrok error ${code}`);
    expect(JSON.stringify(failure)).not.toContain(ngrokToken);
  });

  it('is known too when its number is beside the text', () => {
    expect(explainNgrok(Object.assign(new Error('no'), { errorCode: 'ERR_NGROK_334' })).message).toSay('334');
  });

  it.each([
    [new Error(`failed to lookup address: dns error with ${ngrokToken}`), 'could not be reached'],
    [new Error('failed to establish tcp connection'), 'could not be reached'],
    [new Error('tls handshake error'), 'cut off'],
    [`just a text with ${ngrokToken}`, 'could not be connected'],
    [undefined, 'could not be connected'],
  ])('without a number (%#) is explained without its text', (thrown, text) => {
    const failure = explainNgrok(thrown);
    expect(failure).toMatchObject({
      code: 'TUNNEL_FAILED',
      message: expect.toSay(text),
      hint: expect.toSay('polling'),
      retryable: true,
    });
    expect(inspect(failure)).not.toContain(ngrokToken);
  });
});
