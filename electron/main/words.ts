/** Every text that main shows in menus, the tray and notifications, in one place, so that it can be translated. */
export const words = {
  appName: 'OTP Dock',
  about: 'Phone numbers on your own Twilio account, and the codes they receive.',
  menu: {
    file: 'File',
    view: 'View',
    help: 'Help',
    newNumber: 'New number…',
    places: { numbers: 'Numbers', inbox: 'Inbox', settings: 'Settings' },
    preferences: 'Settings…',
    twilioDocs: 'Twilio’s documentation',
    twilioConsole: 'Twilio Console',
  },
  tray: {
    noCodes: 'No codes yet',
    noNumbers: 'No number in use',
    codes: 'Newest codes (a click copies)',
    numbers: 'Numbers in use',
    code: (code: string, from: string, to: string) => `${code}: ${from} to ${to}`,
    number: (name: string, left: string) => `${name}, ${left}`,
    underMinute: 'less than a minute left',
    left: (minutes: number) => (minutes === 1 ? 'a minute left' : `${minutes} minutes left`),
    hoursLeft: (hours: number) => (hours === 1 ? 'an hour left' : `${hours} hours left`),
    more: (count: number) => `and ${count} more`,
    newNumber: 'New number…',
    open: 'Open OTP Dock',
    quit: 'Quit OTP Dock',
    tip: (active: number) =>
      active === 0 ? 'OTP Dock' : `OTP Dock: ${active === 1 ? '1 number' : `${active} numbers`} in use`,
  },
  badge: (count: number) => (count === 1 ? '1 new code' : `${count} new codes`),
  link: {
    refused: 'This link cannot be used.',
    unknown: 'It does not ask for a number. A link for one begins with otpdock://lease?',
    foreign: 'It says something that a link may not. It may give country, type and label, once each.',
    wrong: (name: string, why: string) => `Its ${name} is not right: ${why}`,
  },
} as const;
