import { appError, type Failure } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases, verbatim } from '../../contract/words/phrases.ts';

const say = phrases.tunnel;

/** The platform, in Node's terms. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: NodeJS.Architecture;
}

/** ngrok's native part is missing, or does not run on this machine. */
export class NgrokNotLoaded extends Error {
  readonly machine: Machine;

  constructor(machine: Machine, cause: unknown) {
    super('ngrok could not be loaded', { cause });
    this.name = 'NgrokNotLoaded';
    this.machine = machine;
  }
}

interface Explanation {
  /** `detail`: ngrok's error code, if any. */
  message(slots: { detail: Phrase }): Phrase;
  hint: Phrase;
  retryable: boolean;
}

const explain = (message: Explanation['message'], hint: Phrase, retryable = false): Explanation => ({
  message,
  hint,
  retryable,
});

const tooManyConnections = explain(say.tooManyConnections, say.tooManyConnectionsHint, true);

/** ngrok's error codes (ngrok.com/docs/errors) that testers run into. */
const explanations: Record<string, Explanation> = {
  105: explain(say.notAToken, say.notATokenHint),
  107: explain(say.tokenRefused, say.tokenRefusedHint),
  108: explain(say.tooManyAgents, say.tooManyAgentsHint, true),
  324: explain(say.tooManyEndpoints, say.tooManyEndpointsHint, true),
  334: explain(say.domainOnline, say.domainOnlineHint, true),
  702: tooManyConnections,
  703: tooManyConnections,
  727: explain(say.usedUp, say.usedUpHint),
  734: tooManyConnections,
  3200: explain(say.offline, say.offlineHint, true),
  4018: explain(say.noAccount, say.noAccountHint),
};

/** What the agent says about a connection that failed before any error code. */
const byText: [pattern: RegExp, explanation: Explanation][] = [
  [/tls handshake/i, explain(say.noTls, say.noTlsHint, true)],
  [/tcp connection|dns|resolve/i, explain(say.ngrokUnreachable, say.ngrokUnreachableHint, true)],
];

const unknown = explain(say.notConnected, say.notConnectedHint, true);

/** Converts ngrok's error to ours, without its text: that can contain the rejected token. */
export function explainNgrok(thrown: unknown): Failure {
  if (thrown instanceof NgrokNotLoaded) return explainNotLoaded(thrown);
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

/** Repeats only the loader error's code: its text is a stack with local paths. */
function explainNotLoaded({ machine, cause }: NgrokNotLoaded): Failure {
  const name = `${machine.platform} ${machine.arch}`;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const detail = code ? say.clientCode({ code }) : verbatim('');
  // Windows says this when a library lacks another: here Visual C++, which not every Windows has.
  if (machine.platform === 'win32' && code === 'ERR_DLOPEN_FAILED') {
    const arch = machine.arch === 'ia32' ? 'x86' : machine.arch;
    return failure(say.noRuntime({ detail }), say.noRuntimeHint({ arch }));
  }
  const isUnsupported = cause instanceof Error && /^Unsupported (OS|architecture)/.test(cause.message);
  return isUnsupported
    ? failure(say.noAgent({ machine: name }), say.noAgentHint)
    : failure(say.notLoaded({ machine: name, detail }), say.notLoadedHint);
}

export const connectionLost: Failure = failure(say.lost, say.lostHint, true);

export const noAnswer: Failure = failure(say.noAnswer, say.noAnswerHint, true);

export const noToken: Failure = failure(say.noToken, say.noTokenHint);

function failure(message: Phrase, hint: Phrase, retryable = false): Failure {
  return appError('TUNNEL_FAILED', message, hint, { retryable }).failure;
}
