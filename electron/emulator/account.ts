import { rfc2822 } from './dates.ts';
import { invalidParameter } from './errors.ts';
import { formatUsd } from './money.ts';
import { accountPath, type Handler } from './rest.ts';
import { accountState, balanceOf, type World } from './world.ts';

const subresources: Readonly<Record<string, string>> = {
  available_phone_numbers: 'AvailablePhoneNumbers.json',
  balance: 'Balance.json',
  incoming_phone_numbers: 'IncomingPhoneNumbers.json',
  messages: 'Messages.json',
  usage: 'Usage.json',
};

/** `GET Accounts/{Sid}.json`. Includes the auth token, as at Twilio. */
export const fetchAccount: Handler = ({ world }) => ({ status: 200, body: accountResource(world) });

/** `POST Accounts/{Sid}.json`: renames the account. 400/20001 for a status that a main account cannot have. */
export const updateAccount: Handler = ({ world }, request) => {
  const status = request.form.get('Status');
  if (status !== null && status !== 'active')
    throw invalidParameter(`Status of a main account cannot be set to ${status}`);
  world.friendlyName = request.form.get('FriendlyName') ?? world.friendlyName;
  return { status: 200, body: accountResource(world) };
};

/** `GET Balance.json`: USD with at least two decimals, as a string. */
export const fetchBalance: Handler = ({ world }) => ({
  status: 200,
  body: { account_sid: world.accountSid, balance: formatUsd(balanceOf(world)), currency: 'USD' },
});

function accountResource(world: World): Record<string, unknown> {
  const account = accountState(world);
  const path = accountPath(world);
  return {
    auth_token: world.authToken,
    date_created: rfc2822(world.createdAt),
    date_updated: rfc2822(world.createdAt),
    friendly_name: account.friendlyName,
    owner_account_sid: world.accountSid,
    sid: world.accountSid,
    status: account.status,
    subresource_uris: Object.fromEntries(Object.entries(subresources).map(([key, file]) => [key, `${path}/${file}`])),
    type: account.type,
    uri: `${path}.json`,
  };
}
