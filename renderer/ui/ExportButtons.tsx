import { Button, Group } from '@mantine/core';
import { csvTable, type CsvColumns } from '../../electron/contract/csv.ts';
import { iso } from '../../electron/contract/time.ts';
import { saveFile } from './saveFile.ts';
import { showDone } from './toasts.tsx';
import { useTask } from './useTask.ts';

export type ExportKind = 'csv' | 'json';

const types: Record<ExportKind, string> = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

/** All pages as the text of one file. */
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

/** Saves all pages as a file whose name begins like this, and says so. */
export async function saveExport<T>(
  name: string,
  kind: ExportKind,
  said: string,
  columns: CsvColumns<T>,
  pages: () => AsyncIterable<readonly T[]>,
): Promise<void> {
  saveText(name, kind, said, await exportText(kind, columns, pages()));
}

function saveText(name: string, kind: ExportKind, said: string, content: string): void {
  saveFile(`${name}-${iso(Date.now()).slice(0, 10)}.${kind}`, types[kind], content);
  showDone(said);
}

interface ExportProps {
  /** The beginning of the file name. */
  name: string;
  /** The buttons' labels, and the message when the file is saved. */
  words: Record<ExportKind | 'exported', string>;
  read: (kind: ExportKind) => Promise<string>;
}

/** Saves a list as a CSV or JSON file. */
export function ExportButtons(given: ExportProps) {
  return (
    <Group gap="xs">
      <ExportButton kind="csv" {...given} />
      <ExportButton kind="json" {...given} />
    </Group>
  );
}

function ExportButton({ kind, name, words, read }: ExportProps & { kind: ExportKind }) {
  const { run, busy } = useTask(async () => {
    saveText(name, kind, words.exported, await read(kind));
  });
  return (
    <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
      {words[kind]}
    </Button>
  );
}
