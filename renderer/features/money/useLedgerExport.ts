import { useState } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import type { LedgerEntry } from '../../../electron/contract/state.ts';
import { ledgerCsv } from '../../../electron/contract/ledgerCsv.ts';
import { iso } from '../../../electron/contract/time.ts';
import type { Client } from '../../client.ts';
import { useClient } from '../../state/context.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { strings } from '../../ui/strings.ts';
import { showDone, showFailure } from '../../ui/toasts.tsx';

export type ExportKind = 'csv' | 'json';

const types: Record<ExportKind, string> = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

const pageSize = 1000;

/** The whole ledger, page by page. */
async function wholeLedger(client: Client): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await client.call('ledger.list', { limit: pageSize, ...(before !== undefined && { before }) });
    entries.push(...page.entries);
    before = page.next;
  }
  return entries;
}

/** The whole ledger as a file. */
export async function ledgerFile(client: Client, kind: ExportKind): Promise<string> {
  if (kind === 'json') return `${JSON.stringify(await wholeLedger(client), null, 2)}\n`;
  const pieces: string[] = [];
  for await (const piece of ledgerCsv((query) => client.call('ledger.list', query), {})) pieces.push(piece);
  return pieces.join('');
}

export function useLedgerExport() {
  const client = useClient();
  const [busy, setBusy] = useState<ExportKind | null>(null);
  const save = async (kind: ExportKind) => {
    setBusy(kind);
    try {
      const text = await ledgerFile(client, kind);
      saveFile(`otp-dock-ledger-${iso(Date.now()).slice(0, 10)}.${kind}`, types[kind], text);
      showDone(strings.money.ledger.exported);
    } catch (thrown) {
      showFailure(toFailure(thrown));
    } finally {
      setBusy(null);
    }
  };
  return { save, busy };
}
