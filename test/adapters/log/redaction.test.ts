import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedaction } from '../../../electron/adapters/log/redaction.ts';
import { forAll } from '../../support/runs.ts';

const authToken = '3f0c9a7b1d2e4f5061728394a5b6c7d8';

/** Tokens of Twilio, of ngrok and of the API, and one with signs that URLs and JSON escape. */
const secrets = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{32}$/),
  fc.stringMatching(/^[0-9A-Za-z]{27}_[0-9A-Za-z]{20}$/),
  fc.stringMatching(/^[\w-]{43}$/),
  fc.stringMatching(/^[a-z0-9&+/"\\%=?é]{10,40}$/),
);

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** All the ways in which a secret may come into a log. */
const spellings = fc.constantFrom<(secret: string, other: string) => string>(
  (secret) => secret,
  (secret) => encodeURIComponent(secret),
  (secret) => JSON.stringify({ value: secret }),
  (secret, other) => base64(`${other}:${secret}`),
  (secret, other) => base64(`${secret}:${other}`),
  (secret, other) => Buffer.from(`${other}:${secret}`).toString('base64url'),
  (secret, other) => `Authorization: Basic ${base64(`${other}:${secret}`)}`,
  (secret, other) => `https://${encodeURIComponent(other)}:${encodeURIComponent(secret)}@host/path`,
);

const word = fc.stringMatching(/^\w{0,9}$/);

function decodedRuns(text: string): string {
  return (text.match(/[\w+/-]{4,}={0,2}/g) ?? [])
    .flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')))
    .join('\n');
}

describe('the redaction', () => {
  it('leaves no secret that it knows in any text, however it is written there', () =>
    forAll(100, [secrets, spellings, fc.string(), fc.string(), word], (secret, spell, before, after, other) => {
      const redaction = createRedaction();
      redaction.learn(null, secret, undefined);
      const struck = redaction.strike(`${before} ${spell(secret, other)} ${after}`);
      expect(struck).not.toContain(secret);
      expect(struck).not.toContain(encodeURIComponent(secret));
      expect(decodedRuns(struck)).not.toContain(secret);
      expect(redaction.strike(struck)).toBe(struck);
    }));

  it.each([
    `authToken=${authToken}`,
    `{"authToken":"${authToken}"}`,
    `TWILIO_AUTH_TOKEN=${authToken}`,
    `auth_token: '${authToken}'`,
    `NGROK_AUTHTOKEN=${authToken}`,
    `Authorization: Basic ${base64(`AC1:${authToken}`)}`,
    `authorization: 'Bearer ${authToken}'`,
    `"Authorization":"${authToken}"`,
    `http://127.0.0.1:5001/#token=${authToken}`,
    `ws://127.0.0.1:5001/v1/events?token=${authToken}`,
    `sec-websocket-protocol: token.${authToken}`,
    `https://AC1:${authToken}@api.twilio.com/`,
    `the token ${authToken} alone`,
  ])('knows by its look what nobody has told to be a secret: %s', (line) => {
    expect(createRedaction().strike(line)).not.toContain(authToken);
    expect(decodedRuns(createRedaction().strike(line))).not.toContain(authToken);
  });

  it.each([
    `POST /2010-04-01/Accounts/AC${'0'.repeat(32)}/IncomingPhoneNumbers.json -> 201`,
    `twilio:webhook SM${'a1'.repeat(16)} stored`,
    'Twilio webhooks available at http://localhost:5000/webhook',
    'The stored ngrok secret could not be read. Error: EACCES',
    'Port 5000 is in use; the API is on port 5001.',
    'Basic auth and the bearer of a token',
  ])('leaves an ordinary line as it is: %s', (line) => {
    const redaction = createRedaction();
    redaction.learn(authToken);
    expect(redaction.strike(line)).toBe(line);
  });

  it('does not take a short word for a secret: it would be struck out of half of every line', () => {
    const redaction = createRedaction();
    redaction.learn('port', '');
    expect(redaction.strike('The port is in use.')).toBe('The port is in use.');
  });
});
