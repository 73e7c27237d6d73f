/** ngrok, one's own public URL, and whether it leads here. */
export const tunnel = {
  notAToken: 'What was given is not an ngrok authtoken{detail:sentence}.',
  notATokenHint: 'Copy the authtoken from dashboard.ngrok.com/get-started/your-authtoken; an API key does not do.',
  tokenRefused: 'ngrok does not accept this authtoken (any more){detail:sentence}.',
  tokenRefusedHint: 'Copy the present one from dashboard.ngrok.com/get-started/your-authtoken into Settings.',
  tooManyAgents: 'This ngrok account already has as many agents connected as its plan allows{detail:sentence}.',
  tooManyAgentsHint: 'End another ngrok agent (dashboard.ngrok.com/agents), or choose another way to receive messages.',
  tooManyEndpoints: 'This ngrok account already has as many endpoints as its plan allows{detail:sentence}.',
  tooManyEndpointsHint:
    'Close another endpoint (dashboard.ngrok.com/endpoints), or choose another way to receive messages.',
  domainOnline: 'This ngrok domain is already online, often from before this computer slept{detail:sentence}.',
  domainOnlineHint: 'Wait a minute, or end the other agent at dashboard.ngrok.com/agents.',
  tooManyConnections: 'More came through this ngrok tunnel in a minute than the plan allows{detail:sentence}.',
  tooManyConnectionsHint:
    'It is tried again by itself; until then messages are read from Twilio’s list. If it happens often, choose another way to receive messages, or another ngrok plan.',
  usedUp: 'The requests that the ngrok plan allows this month are used up{detail:sentence}.',
  usedUpHint: 'Choose another way to receive messages in Settings: polling works without a tunnel.',
  offline: 'This ngrok endpoint is offline{detail:sentence}.',
  offlineHint: 'Check the domain in Settings.',
  noAccount: 'ngrok wants an account that is verified, and its authtoken{detail:sentence}.',
  noAccountHint:
    'Sign up or confirm the e-mail address at dashboard.ngrok.com, and copy the authtoken from dashboard.ngrok.com/get-started/your-authtoken into Settings.',
  noRuntime:
    'ngrok could not be loaded{detail:sentence}: most likely this Windows lacks the Microsoft Visual C++ runtime that it needs.',
  noRuntimeHint:
    'Install the Microsoft Visual C++ Redistributable ({arch}) from learn.microsoft.com/cpp/windows/latest-supported-vc-redist, and start OTP Dock again; or choose another way to receive messages in Settings, under Receiving SMS.',
  noAgent: 'ngrok does not run on this kind of computer ({machine}).',
  noAgentHint:
    'Choose another way to receive messages in Settings, under Receiving SMS: your own public URL, or Twilio’s list.',
  notLoaded: 'ngrok could not be loaded on this computer ({machine}){detail:sentence}.',
  notLoadedHint:
    'Install OTP Dock again, or its packages with “npm ci”; if ngrok does not run on this system, choose another way to receive messages in Settings, under Receiving SMS.',
  noTls: 'The encrypted connection to ngrok is broken off on the way{detail:sentence}.',
  noTlsHint:
    'A proxy, firewall or virus scanner may open such connections: let connect.ngrok-agent.com:443 through; trust this computer’s certificates in Settings, under Receiving SMS, or by NGROK_ROOT_CAS=host; or choose polling there.',
  ngrokUnreachable: 'ngrok’s servers could not be reached{detail:sentence}.',
  ngrokUnreachableHint:
    'Check the internet connection, and whether a firewall lets connect.ngrok-agent.com:443 through; or choose polling in Settings.',
  notConnected: 'ngrok could not be connected{detail:sentence}.',
  notConnectedHint: 'Check the internet connection; or choose polling in Settings, which needs no tunnel.',
  ngrokError: ' (ngrok error {code:number})',
  lost: 'The connection to ngrok was lost.',
  lostHint: 'It is being restored; until then messages are read from Twilio’s list.',
  noAnswer: 'ngrok has not answered yet.',
  noAnswerHint:
    'It is still being waited for. Check the internet connection; or choose polling in Settings, which needs no tunnel.',
  noToken: 'There is no ngrok authtoken.',
  noTokenHint:
    'Enter it in Settings (from dashboard.ngrok.com/get-started/your-authtoken), or choose another way to receive messages.',
  hostUnknown: 'The host name of the public URL is not known{detail:sentence}.',
  hostUnknownHint: 'Check how it is written, its DNS entry, and the internet connection.',
  nothingAnswers: 'Nothing answers at the public URL{detail:sentence}.',
  nothingAnswersHint: 'Start the proxy or tunnel there, and check its port and firewall.',
  brokenOff: 'The connection to the public URL is broken off{detail:sentence}.',
  brokenOffHint: 'Check that the proxy or tunnel there runs, and leads to the webhook’s port on this machine.',
  noCertificate: 'The public URL has no valid certificate (TLS){detail:sentence}.',
  noCertificateHint:
    'Twilio refuses it too: renew the certificate, or check that it is for this host name and has its whole chain.',
  unreachable: 'The public URL could not be reached{detail:sentence}.',
  unreachableHint: 'Check it, and the proxy or tunnel.',
  clientCode: ' ({code})',
  mayBeFine: 'Some networks do not lead back into themselves: if messages arrive, nothing is wrong.',
  redirected: 'The public URL leads on to another address (HTTP status {status:number}).',
  redirectedHint:
    'Enter the address that it leads to, with https:// if that is what is missing, and let nothing there ask for a login.',
  notThrough: 'The public URL answers, but does not get through to OTP Dock (HTTP status {status:number}).',
  notThroughHint: 'Let the proxy or tunnel there lead to the webhook’s port on this machine.',
  timedOut: 'The public URL did not answer within {seconds} s.',
  timedOutHint: 'Check the proxy or tunnel there, and its firewall.',
  otherDock: 'The public URL leads to another OTP Dock, not to this one.',
  otherDockHint:
    'End the other one, or let the proxy or tunnel lead to the webhook’s port of this one. Until then messages are read from Twilio’s list.',
  somethingElse: 'Something other than OTP Dock answers at the public URL.',
  somethingElseHint:
    'Let the proxy or tunnel lead to the webhook’s port on this machine, with /health and /webhook. Until then messages are read from Twilio’s list.',
  noUrl: 'There is no public URL to receive messages on.',
  noUrlHint: 'Set WEBHOOK_BASE_URL, or the public URL in Settings, such as https://hooks.example.com.',
  httpsInProduction: 'The public URL must begin with https:// in production.',
  https: 'The public URL must begin with https://; http is for this machine itself only (localhost).',
  httpsHint:
    'Change WEBHOOK_BASE_URL, or the public URL in Settings, to one with https://. Until then messages are read from Twilio’s list.',
} as const;
