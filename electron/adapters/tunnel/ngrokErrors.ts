import type { Failure } from '../../contract/errors.ts';

interface Explanation {
  message: string;
  hint: string;
  retryable?: boolean;
}

/** ngrok's error codes (ngrok.com/docs/errors) that a tester meets. */
const explanations: Record<string, Explanation> = {
  105: {
    message: 'What was given is not an ngrok authtoken.',
    hint: 'Copy the authtoken from dashboard.ngrok.com/get-started/your-authtoken; an API key does not do.',
  },
  107: {
    message: 'ngrok does not accept this authtoken (any more).',
    hint: 'Copy the present one from dashboard.ngrok.com/get-started/your-authtoken into Settings.',
  },
  108: {
    message: 'This ngrok account already has as many agents connected as its plan allows.',
    hint: 'End another ngrok agent (dashboard.ngrok.com/agents), or choose another way to receive messages.',
    retryable: true,
  },
  324: {
    message: 'This ngrok account already has as many endpoints as its plan allows.',
    hint: 'Close another endpoint (dashboard.ngrok.com/endpoints), or choose another way to receive messages.',
    retryable: true,
  },
  334: {
    message: 'This ngrok domain is already online, often from before this computer slept.',
    hint: 'Wait a minute, or end the other agent at dashboard.ngrok.com/agents.',
    retryable: true,
  },
  727: {
    message: 'The requests that the ngrok plan allows this month are used up.',
    hint: 'Choose another way to receive messages in Settings: polling works without a tunnel.',
  },
  3200: { message: 'This ngrok endpoint is offline.', hint: 'Check the domain in Settings.', retryable: true },
};

/** What the agent says of a connection that did not come as far as an error code. */
const byText: [pattern: RegExp, explanation: Explanation][] = [
  [
    /tls handshake/i,
    {
      message: 'The encrypted connection to ngrok is broken off on the way.',
      hint: 'A proxy, firewall or virus scanner may open such connections: let connect.ngrok-agent.com:443 through, or choose polling in Settings.',
      retryable: true,
    },
  ],
  [
    /tcp connection|dns|resolve/i,
    {
      message: 'ngrok’s servers could not be reached.',
      hint: 'Check the internet connection, and whether a firewall lets connect.ngrok-agent.com:443 through; or choose polling in Settings.',
      retryable: true,
    },
  ],
];

const unknown: Explanation = {
  message: 'ngrok could not be connected.',
  hint: 'Check the internet connection; or choose polling in Settings, which needs no tunnel.',
  retryable: true,
};

/** ngrok's error as ours. Its own text is not repeated: it can hold the token that it refused. */
export function explainNgrok(thrown: unknown): Failure {
  const text =
    thrown instanceof Error
      ? `${thrown.message} ${'errorCode' in thrown ? String(thrown.errorCode) : ''}`
      : String(thrown);
  const code = /ERR_NGROK_(\d+)/.exec(text)?.[1];
  if (!code) return failure(byText.find(([pattern]) => pattern.test(text))?.[1] ?? unknown);
  const explanation = explanations[code] ?? unknown;
  return failure({ ...explanation, message: `${explanation.message.slice(0, -1)} (ngrok error ${code}).` });
}

export const connectionLost: Failure = failure({
  message: 'The connection to ngrok was lost.',
  hint: 'It is being restored; until then messages are read from Twilio’s list.',
  retryable: true,
});

export const noAnswer: Failure = failure({
  message: 'ngrok has not answered yet.',
  hint: 'It is still being waited for. Check the internet connection; or choose polling in Settings, which needs no tunnel.',
  retryable: true,
});

export const noToken: Failure = failure({
  message: 'There is no ngrok authtoken.',
  hint: 'Enter it in Settings (from dashboard.ngrok.com/get-started/your-authtoken), or choose another way to receive messages.',
});

function failure({ message, hint, retryable = false }: Explanation): Failure {
  return { code: 'TUNNEL_FAILED', message, hint, retryable, twilio: null };
}
