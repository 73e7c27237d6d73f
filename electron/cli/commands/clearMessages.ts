import type { MessageCount } from '../../contract/messages.ts';
import { ask, type Host } from '../host.ts';
import { print, usageError } from '../output.ts';
import type { Process } from '../process.ts';
import { confirmAtTerminal } from '../terminal.ts';

export interface ClearOptions {
  to?: string | undefined;
  /** Do not ask. */
  yes?: boolean | undefined;
}

/** Deletes all messages, or those to a number, after the person at the terminal has agreed. */
export async function clearMessages(
  process: Process,
  host: Host,
  asJson: boolean,
  { to, yes = false }: ClearOptions,
): Promise<void> {
  const query = to === undefined ? '' : `?${new URLSearchParams({ to }).toString()}`;
  if (!yes && !(await isAgreed(process, host, asJson, query)))
    return print(process, asJson, { deleted: 0 }, 'Nothing was deleted.');
  const answer = await ask<{ deleted: number }>(host, 'DELETE', `/v1/messages${query}`);
  return print(process, asJson, answer, `${counted(answer.deleted)} deleted.`);
}

async function isAgreed(process: Process, host: Host, asJson: boolean, query: string): Promise<boolean> {
  const confirm = asJson ? null : confirmAtTerminal(process.stdin, process.stdout);
  if (confirm === null) throw usageError('Nobody can be asked here whether to delete the messages.', 'Add --yes.');
  const { count, more } = await ask<MessageCount>(host, 'GET', `/v1/messages/count${query}`);
  return count === 0 || confirm(`Delete ${more ? 'more than ' : ''}${counted(count)} for good?`);
}

function counted(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}
