import { appError, type Failure } from '../../contract/errors.ts';
import { phrases, verbatim, type Sentence } from '../../contract/sentences/sentence.ts';
import { tunnel } from '../../contract/sentences/tunnel.ts';

const say = phrases(tunnel);

interface Explanation {
  /** `detail`: ngrok's error code, or nothing. */
  message(slots: { detail: Sentence }): Sentence;
  hint: Sentence;
  retryable?: boolean;
}

/** ngrok's error codes (ngrok.com/docs/errors) that a tester meets. */
const explanations: Record<string, Explanation> = {
  105: {
    message: say.notAToken,
    hint: say.notATokenHint,
  },
  107: {
    message: say.tokenRefused,
    hint: say.tokenRefusedHint,
  },
  108: {
    message: say.tooManyAgents,
    hint: say.tooManyAgentsHint,
    retryable: true,
  },
  324: {
    message: say.tooManyEndpoints,
    hint: say.tooManyEndpointsHint,
    retryable: true,
  },
  334: {
    message: say.domainOnline,
    hint: say.domainOnlineHint,
    retryable: true,
  },
  727: {
    message: say.usedUp,
    hint: say.usedUpHint,
  },
  3200: { message: say.offline, hint: say.offlineHint, retryable: true },
};

/** What the agent says of a connection that did not come as far as an error code. */
const byText: [pattern: RegExp, explanation: Explanation][] = [
  [
    /tls handshake/i,
    {
      message: say.noTls,
      hint: say.noTlsHint,
      retryable: true,
    },
  ],
  [
    /tcp connection|dns|resolve/i,
    {
      message: say.ngrokUnreachable,
      hint: say.ngrokUnreachableHint,
      retryable: true,
    },
  ],
];

const unknown: Explanation = {
  message: say.notConnected,
  hint: say.notConnectedHint,
  retryable: true,
};

/** ngrok's error as ours. Its own text is not repeated: it can hold the token that it refused. */
export function explainNgrok(thrown: unknown): Failure {
  const text =
    thrown instanceof Error
      ? `${thrown.message} ${'errorCode' in thrown ? String(thrown.errorCode) : ''}`
      : String(thrown);
  const code = /ERR_NGROK_(\d+)/.exec(text)?.[1];
  const known = code ? explanations[code] : byText.find(([pattern]) => pattern.test(text))?.[1];
  const { message, hint, retryable } = known ?? unknown;
  const detail = code ? say.ngrokError({ code: Number(code) }) : verbatim('');
  return failure(message({ detail }), hint, retryable);
}

export const connectionLost: Failure = failure(say.lost, say.lostHint, true);

export const noAnswer: Failure = failure(say.noAnswer, say.noAnswerHint, true);

export const noToken: Failure = failure(say.noToken, say.noTokenHint);

function failure(message: Sentence, hint: Sentence, retryable = false): Failure {
  return appError('TUNNEL_FAILED', message, hint, { retryable }).failure;
}
