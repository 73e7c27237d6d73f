import { homedir } from 'node:os';
import { Command, CommanderError, Option, type OutputConfiguration } from 'commander';
import { loadDotEnv } from '../adapters/dotEnv.ts';
import { readEnvironment } from '../adapters/environment.ts';
import { systemClock } from '../adapters/systemClock.ts';
import { packageVersion } from '../adapters/version.ts';
import type { Clock } from '../core/ports.ts';
import { examplesOf } from './examples.ts';
import { failureOf, openHost, type Host } from './host.ts';
import * as option from './options.ts';
import { logFailure, printFailure, UsageError } from './output.ts';
import type { Output, Process } from './process.ts';

type WithJson = { json?: boolean };

/** The command line. Each command is loaded only when used. */
function createProgram(process: Process, clock: Clock): Command {
  const environment = () => readEnvironment(process.env);
  const host = () => openHost(environment().dataDir, process.env);
  const program = new Command('otp-dock')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError()
    .configureOutput(outputOf(process));
  const commandOf = (parent: Command, name: string, description: string, examples = name.split(' ')[0] ?? '') =>
    parent
      .command(name)
      .description(description)
      .option('--json', 'print JSON')
      .addHelpText('after', examplesOf(examples));
  const command = (name: string, description: string) => commandOf(program, name, description);

  command('check', 'check credentials, account, available numbers and webhook')
    .option('--country <code>', 'two letters', option.country, 'IN')
    .option('--buy', 'also buy one number and give it back, without asking (costs a month)')
    .action(async ({ json = false, ...rest }) =>
      (await import('./commands/check.ts')).check(process, environment(), json, rest),
    );

  command('lease', 'take a number and print it')
    .option('--country <code>', 'two letters', option.country)
    .option('--type <type>', 'mobile, local or tollFree', option.numberType)
    .option('--ttl <seconds>', 'how long', option.seconds)
    .option('--policy <policy>', 'at the end: release, renewal or keep', option.policy)
    .option('--quarantine <seconds>', 'let a kept number rest so long afterwards', option.quarantine)
    .option('--label <text>', 'what it is for', option.label)
    .option('--service <name>', 'what is tested, for --fresh', option.service)
    .option('--fresh', 'a number that never served before, or never this --service')
    .option('--area-code <code>', 'US and CA: three digits', option.areaCode)
    .option('--contains <digits>', 'digits, letters or *', option.contains)
    .option('--locality <city>', 'a city', option.locality)
    .option('--capabilities <list>', 'beside SMS: mms, voice or both', option.capabilities)
    .option('--wait <seconds>', 'for a number to become free, where none is to be had at once', option.wait)
    .action(async ({ json = false, ...rest }) =>
      (await import('./commands/leases.ts')).lease(process, clock, host(), json, rest),
    );

  command('wait [number|id]', 'wait for the code of a lease and print it')
    .option('--to <number>', 'that comes to this number instead, leased or not', option.recipient)
    .option('--from <sender>', 'of this sender')
    .option('--contains <text>', 'in a message with this text')
    .option('--service <name>', 'of this service', option.messageService)
    .option('--after <time|sid>', 'that came after this time or message')
    .option('--timeout <seconds>', 'how long', option.timeout, 60)
    .action(async (which: string | undefined, { json = false, ...rest }) =>
      (await import('./commands/leases.ts')).wait(process, host, json, which, rest),
    );

  command('release [number|id]', 'end a lease, or give back a number that nobody leases')
    .option('--all', 'end every lease')
    .action(async (which: string | undefined, { json = false, ...rest }) =>
      (await import('./commands/release.ts')).release(process, host, json, which, rest),
    );

  command('pin <number|id>', 'let a lease not run out: its number stays, and is billed each month').action(
    async (which: string, { json = false }: WithJson) =>
      (await import('./commands/pin.ts')).pin(process, host(), json, which, true),
  );

  command('unpin <number|id>', 'let a pinned lease run out again, with the time that it had left').action(
    async (which: string, { json = false }: WithJson) =>
      (await import('./commands/pin.ts')).pin(process, host(), json, which, false),
  );

  command('numbers', 'list the numbers of the account').action(async ({ json = false }: WithJson) =>
    (await import('./commands/numbers.ts')).numbers(process, host(), json),
  );

  command('import', 'copy the history and settings of the data folder into the database of a team').action(
    async ({ json = false }: WithJson) =>
      (await import('./commands/import.ts')).importIntoDatabase(process, environment(), json),
  );

  command('messages', 'list the newest messages, or delete all')
    .option('--follow', 'go on with those that come')
    .option('--csv', 'as CSV')
    .option('--limit <count>', 'how many', option.limit, 50)
    .option('--search <text>', 'those with these words', option.search)
    .option('--to <number>', 'those to this number, leased or not', option.recipient)
    .addOption(new Option('--number <number>', 'the same').argParser(option.recipient).hideHelp())
    .option('--service <name>', 'those of this service', option.messageService)
    .option('--code', 'those with a code')
    .option('--no-code', 'those without a code')
    .option('--lease', 'those that came for a lease')
    .option('--no-lease', 'those that came for no lease')
    .addOption(
      new Option('--clear', 'delete all for good, or with --to those to this number').conflicts([
        'follow',
        'csv',
        'search',
        'service',
        'code',
        'lease',
      ]),
    )
    .option('--yes', 'with --clear: do not ask first')
    .action(async ({ json = false, clear = false, yes, number, to = number, ...rest }) =>
      clear
        ? (await import('./commands/clearMessages.ts')).clearMessages(process, host(), json, { to, yes })
        : (await import('./commands/messages.ts')).messages(process, host(), json, { to, ...rest }),
    );

  command('money', 'what was spent, the limits, and the next bill').action(async ({ json = false }: WithJson) =>
    (await import('./commands/money.ts')).money(process, host(), json),
  );

  command('ledger', 'what happened to the numbers, and what it cost')
    .option('--csv', 'as CSV, all of it')
    .option('--limit <count>', 'the newest so many', option.ledgerLimit)
    .option('--about <what>', 'numbers, host (tokens, settings) or all', option.ledgerSubject)
    .action(async ({ json = false, ...rest }) =>
      (await import('./commands/money.ts')).ledger(process, host(), json, rest),
    );

  addTokenCommands(program, commandOf, process, host);

  command('parse', 'find the codes in messages: a JSON object with "text" a line on stdin').action(async () =>
    (await import('./commands/parse.ts')).parse(process),
  );

  command('serve', 'run the headless host')
    .option('--demo', 'with the embedded emulator: no account, nothing spent')
    .addOption(
      new Option('--capture', 'take the SMS that the app under test sends, instead of a phone network').conflicts(
        'demo',
      ),
    )
    .option('--no-samples', 'a demo without a number and messages of its own')
    .option('--open', 'open the browser')
    .option('--on-quit <what>', 'with running leases at the end: release or keep', option.onQuit)
    .option('--require-account', 'fail unless Twilio accepts the credentials')
    .option('--quiet', 'say nothing but warnings and errors')
    .addOption(new Option('--dev', 'the user interface from its sources, with hot reload').hideHelp())
    .action(async (options) => (await import('./commands/serve.ts')).serve(process, clock, environment(), options));

  command('emulator', 'run the Twilio emulator')
    .option('--port <port>', 'on loopback; 0 takes any', option.port, 4010)
    .action(async ({ port }) => (await import('./commands/emulator.ts')).emulator(process, port));
  return program;
}

type CommandOf = (parent: Command, name: string, description: string, examples?: string) => Command;

/** Commands for sharing one host. */
function addTokenCommands(program: Command, commandOf: CommandOf, process: Process, host: () => Host): void {
  const tokens = program.command('tokens').description('tokens for those who share this host');

  commandOf(tokens, 'add', 'make a token and print it, this once', 'tokens')
    .argument('<name>', 'whose it is', option.tokenName)
    .option('--leases <count>', 'so many leases at once', option.leasesAtOnce)
    .option('--per-day <amount>', 'so much for numbers a day (UTC)', option.amount)
    .option('--per-month <amount>', 'so much for numbers a month (UTC)', option.amount)
    .action(async (name: string, { json = false, ...limits }) =>
      (await import('./commands/tokens.ts')).addToken(process, host(), json, { name, ...limits }),
    );

  commandOf(tokens, 'list', 'names, limits and what is used; never the tokens', 'tokens list').action(
    async ({ json = false }: WithJson) => (await import('./commands/tokens.ts')).listTokens(process, host(), json),
  );

  commandOf(
    tokens,
    'remove <name>',
    'refuse a token from now on; its running leases end by their policies',
    'tokens remove',
  ).action(async (name: string, { json = false }: WithJson) =>
    (await import('./commands/tokens.ts')).removeToken(process, host(), json, name),
  );
}

function outputOf({ stdout, stderr }: Process): OutputConfiguration {
  const widthOf = ({ isTTY, columns }: Output) => (isTTY && columns) || 80;
  return {
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    getOutHelpWidth: () => widthOf(stdout),
    getErrHelpWidth: () => widthOf(stderr),
  };
}

/** Resolves with the exit status: 0 done, 1 failed, 2 wrong usage. */
export async function run(process: Process, clock: Clock = systemClock): Promise<number> {
  const { argv, env, stderr } = process;
  try {
    ensureHome(env);
    loadDotEnv(process.cwd(), env);
    await createProgram(process, clock).parseAsync(argv);
    return 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    const isLogged = logsAsJson(process);
    if (isLogged) logFailure(process, failureOf(thrown));
    else printFailure(process, argv.includes('--json'), failureOf(thrown));
    if (env['DEBUG'] && !isLogged && thrown instanceof Error) stderr.write(`${thrown.stack ?? ''}\n`);
    return thrown instanceof UsageError ? 2 : 1;
  }
}

/** Whether a host was to be started whose whole stderr is one JSON object a line. */
function logsAsJson({ argv, env }: Process): boolean {
  return argv.includes('serve') && env['OTP_DOCK_LOG_FORMAT'] === 'json';
}

/**
 * A user unknown to the system, such as a bare user id in a container, has no home folder, but libraries need one while
 * they load. Such a user gets the usual one for containers, which is not writable.
 */
function ensureHome(env: NodeJS.ProcessEnv): void {
  try {
    homedir();
  } catch {
    env['HOME'] = '/';
  }
}
