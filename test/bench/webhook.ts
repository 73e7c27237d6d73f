import { request, type RequestOptions } from 'node:http';
import twilio from 'twilio';

export interface Account {
  accountSid: string;
  authToken: string;
}

/** Of nobody, where the account does not matter. */
export const anyAccount: Account = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32) };
export const anyNumber = '+12025550199';

export function codeOf(index: number): string {
  return String(100_000 + (index % 900_000));
}

/** A signed webhook of a message with a code; each index is another message. */
export function webhook(index: number, url: string, { accountSid, authToken }: Account, to: string) {
  const parameters = {
    AccountSid: accountSid,
    MessageSid: `SM${index.toString(16).padStart(32, '0')}`,
    From: '+12025550123',
    To: to,
    Body: `Your Lumora code is ${codeOf(index)}`,
    NumMedia: '0',
  };
  return {
    body: new URLSearchParams(parameters).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, parameters),
    },
  };
}

/** Resolves with what is answered, if that comes with status 200. */
export function exchange(url: string, options: RequestOptions, body = ''): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const sending = request(url, options, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => (text += part));
    response.on('end', () =>
      response.statusCode === 200
        ? resolve(text)
        : reject(new Error(`${url} answered ${response.statusCode}: ${text}`)),
    );
  });
  sending.on('error', (error) => reject(new Error(`${url} was not answered.`, { cause: error }))).end(body);
  return promise;
}
