import type { App } from '../core/app.ts';
import { newestCodes } from './codes.ts';
import { isHidden } from './notifications.ts';
import type { Teller } from './teller.ts';
import type { MainWords } from '../contract/words/words.ts';

export interface CopyNewestOptions {
  app: Pick<App, 'state'>;
  teller: Pick<Teller, 'tell'>;
  words: () => MainWords;
  isLocked: () => boolean;
  copy: (text: string) => void;
}

/** Copies the newest code and says so, because whoever presses the keys looks at another app. */
export function copyNewest({ app, teller, words, isLocked, copy }: CopyNewestOptions): void {
  const state = app.state();
  const [newest] = newestCodes(state, 1);
  if (newest) copy(newest.code);
  if (!state.settings.notifications) return;
  const text = words().notification;
  const hidden = isHidden(state, isLocked);
  const said = hidden ? text.copiedHidden : text.copied({ code: newest?.code ?? '' });
  teller.tell({
    title: newest ? said : text.nothing,
    body: newest ? text.body(newest) : '',
    silent: true,
  });
}
