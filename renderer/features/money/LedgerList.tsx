import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { LedgerEntry, LedgerSubject } from '../../../electron/contract/state.ts';
import { ledgerColumns, ledgerPages } from '../../../electron/contract/ledgerCsv.ts';
import type { Client } from '../../client.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { ExportButtons, exportText, type ExportKind } from '../../ui/ExportButtons.tsx';
import { formatMoney, formatNumber, formatTime } from '../../ui/format.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';

const text = strings.money.ledger;
const shownAtFirst = 50;
const moreAtOnce = 200;
/** The most that the contract answers at once; an export has all. */
const most = 1000;

/** The latest events of numbers, and what they cost. */
export function LedgerList() {
  const id = useId();
  const client = useClient();
  const { numbersRevision } = useAppState();
  const [limit, setLimit] = useState(shownAtFirst);
  const [about, setAbout] = useState<LedgerSubject>('numbers');
  const version = `${numbersRevision}/${limit}/${about}`;
  const ledger = useLoaded(() => client.call('ledger.list', { limit, about }), `ledger of ${about}`, version);
  const entries = ledger.value?.entries ?? [];
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} size="h4" id={id}>
          {text.title}
        </Title>
        <Group gap="xs">
          <Button
            size="xs"
            variant={about === 'host' ? 'light' : 'default'}
            aria-pressed={about === 'host'}
            onClick={() => setAbout(about === 'host' ? 'numbers' : 'host')}
          >
            {text.host}
          </Button>
          {entries.length > 0 && (
            <ExportButtons name="otp-dock-ledger" words={text} read={(kind) => ledgerFile(client, kind, about)} />
          )}
        </Group>
      </Group>
      <LoadingLine loaded={ledger} text={text.loading} />
      {ledger.value !== null && entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {about === 'host' ? text.noneOfHost : text.none}
        </Text>
      )}
      {entries.length > 0 && <LedgerTable entries={entries} />}
      {ledger.value !== null && ledger.value.next !== null && limit < most && (
        <div>
          <Button
            size="xs"
            variant="default"
            loading={ledger.loading}
            onClick={() => setLimit(Math.min(most, limit + moreAtOnce))}
          >
            {strings.money.owned.more}
          </Button>
        </div>
      )}
    </Stack>
  );
}

/** The whole ledger, or that of the host, as the text of a file. */
export function ledgerFile(client: Client, kind: ExportKind, about: LedgerSubject): Promise<string> {
  const pages = ledgerPages((query) => client.call('ledger.list', query), { about });
  return exportText(kind, ledgerColumns, pages);
}

function LedgerTable({ entries }: { entries: LedgerEntry[] }) {
  return (
    // A scrolling box has to be reachable by keyboard, too.
    // oxlint-disable-next-line no-noninteractive-tabindex
    <section className="table-box" aria-label={text.caption({ count: entries.length })} tabIndex={0}>
      <table className="ledger">
        <caption>{text.caption({ count: entries.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.amount}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <LedgerRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LedgerRow({ entry: { at, kind, number, label, holder, amount, note } }: { entry: LedgerEntry }) {
  const who = [label, holder].filter((name) => name !== null).join(' · ');
  return (
    <tr>
      <td>{formatTime(at)}</td>
      <td>
        {text.kinds[kind]}
        {(who !== '' || note !== null) && (
          <Text size="xs" c="dimmed">
            {who}
            {who !== '' && note !== null && ' · '}
            {note !== null && <HostText>{note}</HostText>}
          </Text>
        )}
      </td>
      <td>{number === null ? '' : formatNumber(number)}</td>
      <td>{amount === null ? '' : formatMoney(amount)}</td>
    </tr>
  );
}
