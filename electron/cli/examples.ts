/** Examples of each command for its help: what it does, and the line to type. */
const examples: Record<string, [what: string, line: string][]> = {
  check: [
    ['Is everything set up, and are there numbers in the US?', 'check --country US'],
    ['Buy one for the test, and give it back', 'check --country US --buy'],
  ],
  lease: [
    ['A US number for ten minutes', 'lease --country US --ttl 600 --label "sign-up test"'],
    ['One that is kept for the next test, which then costs nothing', 'lease --country US --policy renewal'],
    ['The same, with half a minute of rest for late messages afterwards', 'lease --policy renewal --quarantine 30'],
    ['In a script', 'NUMBER=$(npm run -s cli -- lease --country US)'],
    ['Wait up to five minutes where as many as allowed are in use', 'lease --country US --wait 300'],
  ],
  wait: [
    ['The code, as soon as it comes', 'wait +14155550123 --timeout 30'],
    ['At a number that nobody has leased', 'wait --to +14155550123 --from Lumora'],
    ['In a script', 'CODE=$(npm run -s cli -- wait "$NUMBER") || echo "no code came"'],
  ],
  release: [
    ['A number', 'release +14155550123'],
    ['Everything that runs', 'release --all'],
  ],
  pin: [['A number for as long as the test takes', 'pin +14155550123']],
  unpin: [['Let its time go on', 'unpin +14155550123']],
  numbers: [['As JSON, for jq', "numbers --json | jq -r '.numbers[].number'"]],
  messages: [
    ['Watch what comes', 'messages --follow'],
    ['What came to one number', 'messages --to +14155550123'],
    ['What came without a code', 'messages --no-code --limit 10'],
    ['All of one service, for a spreadsheet', 'messages --service GitHub --limit 500 --csv > messages.csv'],
    ['Begin a test run without any', 'messages --clear --yes'],
  ],
  money: [['What was spent this month', 'money --json | jq -r .thisMonth.amount']],
  ledger: [['All of it, for a spreadsheet', 'ledger --csv > ledger.csv']],
  tokens: [
    ['One for a pipeline, with limits', 'tokens add web-ci --leases 5 --per-day 5.00 --per-month 50.00'],
    ['In its scripts', 'OTP_DOCK_TOKEN=… npm run -s cli -- lease --country US'],
  ],
  'tokens list': [['Who has how many numbers?', "tokens list --json | jq -r '.tokens[] | .name, .used.leases'"]],
  'tokens remove': [['One that got into the wrong hands', 'tokens remove web-ci']],
  parse: [['One text', `parse <<<'{"text": "Your Lumora code is 482913."}'`]],
  serve: [
    ['With a browser', 'serve --open'],
    ['In a pipeline, without an account', 'serve --json --demo --no-samples'],
    ['Give every number back at the end', 'serve --on-quit release'],
    ['In a pipeline, with an account', 'serve --json --quiet --require-account --on-quit release'],
  ],
  import: [['What the folder OTP_DOCK_DATA_DIR has, into the database OTP_DOCK_DATABASE_URL', 'import']],
  emulator: [['At a port that is free', 'emulator --port 0']],
};

/** Goes below the options in a command's help; empty when there are no examples. */
export function examplesOf(command: string): string {
  const lines = (examples[command] ?? []).map(([what, line]) => `  # ${what}\n  ${complete(line)}`);
  return lines.length === 0 ? '' : `\nExamples:\n${lines.join('\n')}`;
}

function complete(line: string): string {
  return line.includes('npm run') ? line : `npm run -s cli -- ${line}`;
}
