import { ledgerColumns, ledgerPages } from '../../../electron/contract/ledgerCsv.ts';
import type { Client } from '../../client.ts';
import { useClient } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { exportText, useExport, type ExportKind } from '../../ui/useExport.ts';

/** The whole ledger as a file. */
export function ledgerFile(client: Client, kind: ExportKind): Promise<string> {
  const pages = ledgerPages((query) => client.call('ledger.list', query), {});
  return exportText(kind, ledgerColumns, pages);
}

export function useLedgerExport() {
  const client = useClient();
  return useExport('otp-dock-ledger', strings.money.ledger.exported, (kind) => ledgerFile(client, kind));
}
