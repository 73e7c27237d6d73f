import type { Environment } from '../../adapters/environment.ts';
import { createFileSecrets } from '../../adapters/settings/fileSecrets.ts';
import { createTelephony } from '../../adapters/twilio/telephony.ts';
import { storedCredentials } from '../../contract/credentials.ts';
import { plainError } from '../../contract/errors.ts';
import type { AvailableNumbers, Money } from '../../contract/state.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { noneAvailable } from '../../core/numbers/purchase.ts';
import { systemClock } from '../../adapters/systemClock.ts';
import { Prices } from '../../core/money/prices.ts';
import { canVerify } from '../../core/reception.ts';
import { searchNumbers } from '../../core/numbers/search.ts';
import type { AccountInfo, Credentials, Telephony } from '../../core/ports.ts';
import { numbersOf } from '../countryNames.ts';
import { isEmulated } from '../emulated.ts';
import { print, priceText, usageError } from '../output.ts';
import type { Process } from '../process.ts';
import { testPurchase } from '../purchaseTest.ts';
import { openPurse } from '../purse.ts';
import { checkReception, type ReceptionCheck } from '../receptionCheck.ts';
import { uninterrupted } from '../signals.ts';
import { confirmAtTerminal } from '../terminal.ts';
import { english } from '../../contract/words/english.ts';

export interface CheckOptions {
  country: string;
  buy?: boolean;
}

interface CheckReport {
  account: AccountInfo & { balance: Money | null };
  country: string;
  available: number;
  monthlyPrice: Money | null;
  reception: ReceptionCheck;
  /** The number that was bought and released; null when none was. */
  bought: string | null;
}

/**
 * Checks the credentials, the account, the available numbers and whether messages can come in; with `buy`, or as
 * `testPurchase` decides, also buys and releases one number.
 */
export async function check(
  process: Process,
  environment: Environment,
  asJson: boolean,
  { country, buy = false }: CheckOptions,
): Promise<void> {
  const say = (line: string) => print(process, false, null, asJson ? '' : line);
  const { dataDir, mode, twilioApiBaseUrl } = environment;
  if (buy && mode === 'capture')
    throw usageError('OTP_DOCK_MODE is capture, so nothing is bought.', 'Leave out --buy.');
  const credentials = await credentialsOf(environment);
  const { accountSid } = credentials;
  const telephony = createTelephony(credentials, twilioApiBaseUrl);
  const account = await readAccount(telephony, accountSid, say);
  const prices = new Prices(systemClock, () => telephony);
  const found = await searchNumbers({ telephony, prices, settings: defaultSettings }, { country });
  say(availability(country, found));
  const reception = await checkReception(environment, canVerify(credentials));
  say(`${reception.ok ? '✅' : '⚠️ '} ${reception.message}`);
  const bought = await testPurchase({
    telephony,
    prices,
    credentials,
    api: twilioApiBaseUrl ?? 'https://api.twilio.com',
    country,
    found,
    wanted: buy,
    isFree: () => isEmulated(twilioApiBaseUrl, accountSid),
    confirm: asJson || mode === 'capture' ? null : confirmAtTerminal(process.stdin, process.stdout),
    openPurse: () => openPurse(dataDir, accountSid),
    finish: (work) => uninterrupted(process, 'A number is being bought and given back: that is finished first.', work),
    say,
  });
  const report: CheckReport = {
    account,
    country,
    available: found.numbers.length,
    monthlyPrice: found.monthlyPrice,
    reception,
    bought,
  };
  if (asJson) print(process, true, report, '');
}

async function credentialsOf({ credentials, dataDir }: Environment): Promise<Credentials> {
  if (credentials) return credentials;
  const stored = await createFileSecrets(dataDir).read('twilio');
  const remembered = storedCredentials(stored ?? '');
  if (remembered) return remembered;
  throw plainError(
    'NOT_CONNECTED',
    'There are no Twilio credentials.',
    'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or an API key) in the environment or in a .env file (see env.example).',
  );
}

async function readAccount(
  telephony: Telephony,
  accountSid: string,
  say: (line: string) => void,
): Promise<CheckReport['account']> {
  const { name, trial } = await telephony.account();
  const balance = await telephony.balance().catch(() => null);
  const money = balance ? `, balance ${balance.amount} ${balance.currency}` : '';
  say(`✅ Twilio accepts the credentials: ${name ?? accountSid}${trial ? ' (trial account)' : ''}${money}`);
  return { name, trial, balance };
}

function availability(country: string, { numbers, monthlyPrice }: AvailableNumbers): string {
  if (numbers.length === 0) {
    const { message, hint } = noneAvailable({ country }).failure;
    return `⚠️  Found no available ${numbersOf(country)}. ${english(message)}\n   ${english(hint)}`;
  }
  const price = monthlyPrice ? ` (${numbers[0]?.type}, ${priceText(monthlyPrice)} a month each)` : '';
  return `✅ Found ${numbers.length} available ${numbersOf(country)}${price}`;
}
