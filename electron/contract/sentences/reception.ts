/** Why a message is late, and how the test of the webhook went. */
export const reception = {
  diverted: "Somebody else has changed where Twilio sends this number's messages.",
  divertedHint:
    "They are read from Twilio's list. If that was not meant, set the number's webhook back in the Twilio Console, or take a new number.",
  badSignatures: {
    one: 'A request to the webhook had no valid signature.',
    other: '{count:number} requests to the webhook had no valid signature.',
  },
  badSignaturesHint:
    'If the Auth Token was changed at Twilio, enter the new one in Settings. Otherwise somebody is trying the address.',
  notStored: 'A message could not be written to disk; Twilio was asked to send it again.',
  notStoredHint: 'Check the free space and the rights of the data folder.',
  crowded: 'More connections come to the webhook than there is room for: somebody is trying the address.',
  crowdedHint:
    'Messages are read from Twilio’s list meanwhile. Another public URL, in Settings, leaves the crowd behind.',
  polled: "Messages are read from Twilio's list every few seconds, so they show up a little later.",
  polledHint: 'A tunnel or an own public URL, in Settings, brings them at once.',
  silent: 'No webhook has come in since the lease began; {last:sentence}.',
  noneBefore: 'none came before either',
  lastCame: 'the last one came {ago:sentence}',
  minutesAgo: { one: 'a minute ago', other: '{count:number} minutes ago' },
  hoursAgo: '{count:number} hours ago',
  silentHint:
    'Test the webhook in Settings, under Receiving SMS (Reception health); “Check now” reads Twilio’s list at once.',
  sender: 'The app under test may not have sent the SMS yet, or its provider refuses this kind of number.',
  senderHint:
    'Check the number and its country code there. Banks and some services do not send to internet (VoIP) numbers.',
  answers: '{url} answers.',
  leadsHere: 'It leads to this app.',
  leadsElsewhere: 'It leads to something else: another program, or another OTP Dock.',
  signed: 'The signature is valid.',
  notSigned: 'The signature was not accepted.',
  notSignedHint:
    'Let the proxy or tunnel pass on the body and the X-Twilio-Signature header as they are, and answer nothing itself.',
  listenerAnswered: 'The listener answered {status:number}.',
  wouldHaveGot: 'Twilio would have got {status:number}.',
  paused: 'Reception is paused, so no message comes in.',
  pausedHint: 'Resume it in OTP Dock, or from its tray; what Twilio received meanwhile is read then.',
  nothingToTest: 'There is no public URL to test.',
  nothingToTestHint: 'Choose ngrok or an own address under Receiving SMS; Twilio’s list needs no webhook.',
} as const;
