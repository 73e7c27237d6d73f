import { appError } from '../contract/errors.ts';
import type { HostMode, TestMode } from '../contract/mode.ts';
import type { AppState } from '../contract/state.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.numbers;

/** Throws WRONG_MODE if the host does not offer what is asked for. */
export function assertMode(state: Pick<AppState, 'demo' | 'capture'>, wanted: TestMode | undefined): void {
  const is = modeOf(state);
  if (wanted !== undefined && wanted !== is)
    throw appError('WRONG_MODE', say.wrongMode({ is, wanted }), say.wrongModeHint);
}

function modeOf({ demo, capture }: Pick<AppState, 'demo' | 'capture'>): HostMode {
  return demo ? 'demo' : capture ? 'capture' : 'real';
}
