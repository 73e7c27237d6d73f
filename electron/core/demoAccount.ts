/** The demo always uses the same account, so that leftovers of a crash can be recognised and wiped. */
export const demoAccountSid = 'ACde30de30de30de30de30de30de30de30';
