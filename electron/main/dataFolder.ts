import { shell } from 'electron';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.host;

/** Opens the folder in the system's file manager. Rejects with INTERNAL and the system's reason. */
export async function openFolder(path: string): Promise<void> {
  const reason = await shell.openPath(path);
  if (reason === '') return;
  throw appError('INTERNAL', say.folderNotOpened({ reason }), say.folderNotOpenedHint({ path }));
}
