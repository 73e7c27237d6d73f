import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { NamedToken } from '../../../electron/contract/sharing.ts';
import type { Money } from '../../../electron/contract/state.ts';
import { useClient, useSelected } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { usePlace } from '../../state/usePlace.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { formatDay, formatMoney } from '../../ui/format.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';
import { NewToken } from './NewToken.tsx';
import { Section } from './Section.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.settings.tokens;

/** Who else uses this host, within what limits, and how much of them is used. */
export function TokensSection() {
  const client = useClient();
  // What the tokens use changes with these.
  const version = useSelected(({ numbersRevision, spending, leases }) =>
    [numbersRevision, spending.thisMonth.amount, leases.map(({ state }) => state)].join(),
  );
  const tokens = useLoaded(() => client.call('tokens.list'), 'tokens', version);
  const [opened, { open, close }] = useDisclosure(false);
  const [removing, setRemoving] = useState<NamedToken | null>(null);
  return (
    <Section spot="tokens">
      <Text size="sm">{text.purpose}</Text>
      <ApiOff />
      <LoadingLine loaded={tokens} text={text.loading} />
      {tokens.value?.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      <ul className="plain-list" aria-label={text.list}>
        {tokens.value?.map((token) => (
          <TokenItem key={token.name} token={token} remove={() => setRemoving(token)} />
        ))}
      </ul>
      <div {...placeFor('newToken')}>
        <Button size="xs" variant="default" leftSection={<PlusIcon />} onClick={open}>
          {text.add}
        </Button>
      </div>
      {opened && <NewToken close={close} made={tokens.reload} />}
      {removing !== null && (
        <RemoveToken token={removing} close={() => setRemoving(null)} removed={() => tokens.reload()} />
      )}
    </Section>
  );
}

function ApiOff() {
  const isOff = useSelected(({ api }) => api.url === null);
  const [, go] = usePlace();
  if (!isOff) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{text.apiOff}</Text>
      <Button size="xs" variant="default" onClick={() => go('settings', 'api/apiEnabled')}>
        {text.turnOn}
      </Button>
    </Group>
  );
}

function TokenItem({ token, remove }: { token: NamedToken; remove: () => void }) {
  const { name, since, limits, used } = token;
  const facts = [
    limits.leases === null
      ? text.numbers({ count: used.leases })
      : text.numbersOf({ count: used.leases, limit: limits.leases }),
    text.today({ amount: spent(used.today, limits.perDay) }),
    text.month({ amount: spent(used.thisMonth, limits.perMonth) }),
    text.since({ day: formatDay(since) }),
  ];
  return (
    <li className="rule">
      <Stack gap={2} miw={0} flex="1 1 16em">
        <Text fw={600} className="break">
          {name}
        </Text>
        <Text size="sm" c="dimmed" className="tabular">
          {facts.join(' · ')}
        </Text>
      </Stack>
      <Button size="xs" variant="default" aria-label={text.removeThis({ name })} onClick={remove}>
        {text.remove}
      </Button>
    </li>
  );
}

function spent(amount: Money, limit: Money | null): string {
  if (limit === null) return formatMoney(amount);
  return strings.money.spending.of({ spent: formatMoney(amount), limit: formatMoney(limit) });
}

interface RemoveTokenProps {
  token: NamedToken;
  close: () => void;
  removed: () => void;
}

function RemoveToken({ token: { name, used }, close, removed }: RemoveTokenProps) {
  const { run, busy } = useAction('tokens.remove');
  const remove = async () => {
    if (!(await run({ name }))) return;
    showDone(text.removed({ name }));
    removed();
    close();
  };
  return (
    <ConfirmDialog
      title={text.removeTitle({ name })}
      confirm={text.removeConfirm}
      isLoss
      busy={busy}
      run={() => void remove()}
      close={close}
    >
      <Text>{text.removeText({ count: used.leases })}</Text>
    </ConfirmDialog>
  );
}
