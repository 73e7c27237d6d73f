/** What a person is told that no request asked for. */
export const notices = {
  portTaken: 'Port {wanted:number} is in use by another program, so webhooks are received on port {got:number}.',
  portTakenHint:
    'If a tunnel or proxy of your own points to port {wanted:number}, end the other program, or set PORT, and start OTP Dock again.',
  settingsRecovered: 'The settings file could not be read, so OTP Dock started with its default settings.',
  settingsFromCopy: 'The settings file could not be read, so OTP Dock started with its last good copy.',
  settingsDamaged: 'The settings file was damaged; what could be read of it was kept.',
  settingsCopied: 'From its last good copy: {names:list}.',
  settingsLost: 'Back at the default: {names:list}.',
  settingsRecoveredHint: 'Nothing was deleted: the old file is {file}.',
  settingsGone: 'The settings file was gone, so OTP Dock started with its last good copy.',
  settingsGoneHint: 'To begin with the defaults, delete settings.last-good.json in the data folder as well.',
  historyRecovered: 'The history was damaged and was put aside, so OTP Dock began a new one.',
  historyRecoveredHint:
    'Nothing was deleted: the old file is {file}. Numbers on the account that OTP Dock had bought are taken up again and kept until their next bill; look through them under Numbers. What was spent before is no longer counted.',
  logDamaged: 'What OTP Dock had written last was damaged on the disk, so that messages or changes may be missing.',
  logDamagedHint:
    'Messages are fetched from Twilio’s list again, those that had been deleted, too. Look through the numbers under Numbers. The damaged log is kept: {file}.',
  clockForward: 'This computer’s clock was set forward by {by:sentence}.',
  clockBack: 'This computer’s clock was set back by {by:sentence}.',
  someSeconds: 'some seconds',
  minutes: { one: 'a minute', other: '{count:number} minutes' },
  clockHint: 'Numbers in use keep the time that they had left; nothing needs to be done.',
  seconds: '{count:number} seconds',
  clockAhead: 'This computer’s clock is {by:sentence} ahead of Twilio’s.',
  clockBehind: 'This computer’s clock is {by:sentence} behind Twilio’s.',
  clockDiffersHint: 'OTP Dock allows for that, and no message is lost. Let the system set the clock by itself.',
  stray: 'The number {number} was bought by another OTP Dock, or by this one before its data folder was lost.',
  strays: '{count:number} numbers were bought by another OTP Dock, or by this one before its data folder was lost.',
  straysHint:
    'Each costs money every month. Under Numbers, “On your account”, give them back or take them into the pool; leave them if another OTP Dock is using them.',
  diverted: 'Somebody else has changed where Twilio sends the messages to {number}.',
  divertedHint:
    'OTP Dock leaves that as it is, and reads them from Twilio’s list, a few seconds later. If it was not meant, set the number’s webhook back in the Twilio Console.',
  fault: 'OTP Dock met an unexpected problem and goes on.',
  faultHint:
    'If something does not work now, quit and start OTP Dock again; numbers in use are kept. “Show diagnostics” in Settings, under About, has what a report needs.',
  poolNotFilled: 'The pool could not be filled: {problem:sentence}',
  stuck: '{number} could not be given back to Twilio yet.',
  stuckFor: '{number} could not be given back to Twilio yet: {problem:sentence}',
  refused: 'Twilio refuses to take {number} back: {said:foreign}',
  refusedHint:
    'Release this number in the Twilio Console (Phone Numbers, Manage, Active numbers): it costs money every month. OTP Dock tries again about once a day.',
  stuckHint:
    'OTP Dock keeps trying, also after a restart. If it stays, release the number in the Twilio Console: it costs money every month.',
} as const;
