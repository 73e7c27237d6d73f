import { useState } from 'react';
import { toFailure } from '../../electron/contract/errors.ts';
import { csvTable, type CsvColumns } from '../../electron/contract/csv.ts';
import { iso } from '../../electron/contract/time.ts';
import { saveFile } from './saveFile.ts';
import { showDone, showFailure } from './toasts.tsx';

export type ExportKind = 'csv' | 'json';

const types: Record<ExportKind, string> = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

/** All pages as the text of a file. */
export async function exportText<T>(
  kind: ExportKind,
  columns: CsvColumns<T>,
  pages: AsyncIterable<readonly T[]>,
): Promise<string> {
  const pieces: string[] = [];
  if (kind === 'csv') {
    for await (const piece of csvTable(columns, pages)) pieces.push(piece);
    return pieces.join('');
  }
  for await (const page of pages) pieces.push(...page.map((row) => JSON.stringify(row, null, 2)));
  return pieces.length === 0 ? '[]\n' : `[\n${pieces.join(',\n')}\n]\n`;
}

/** `name` is the beginning of the file's name; `done` is said when it is saved. */
export function useExport(name: string, done: string, text: (kind: ExportKind) => Promise<string>) {
  const [busy, setBusy] = useState<ExportKind | null>(null);
  const save = async (kind: ExportKind) => {
    setBusy(kind);
    try {
      const content = await text(kind);
      saveFile(`${name}-${iso(Date.now()).slice(0, 10)}.${kind}`, types[kind], content);
      showDone(done);
    } catch (thrown) {
      showFailure(toFailure(thrown));
    } finally {
      setBusy(null);
    }
  };
  return { save, busy };
}
