import { Button, Code, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { newTokenSchema, type MadeToken, type NewToken as Wanted } from '../../../electron/contract/sharing.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import { useClient } from '../../state/context.ts';
import { CopyButton } from '../../ui/copying.tsx';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { showFailure } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';
import { fieldErrors } from '../../ui/validation.ts';

const text = strings.settings.tokens;
const { limits } = strings.settings;

interface NewTokenProps {
  close: () => void;
  /** There is one more. */
  made: () => void;
}

/** Makes a token and shows it this once. It is known here alone, and gone with the dialog. */
export function NewToken({ close, made }: NewTokenProps) {
  useFocusBack();
  const [token, setToken] = useState<MadeToken | null>(null);
  const show = (given: MadeToken) => {
    setToken(given);
    made();
  };
  return (
    <Dialog
      opened
      onClose={close}
      title={token === null ? text.title : text.madeTitle({ name: token.name })}
      // A click beside it must not lose what is not shown again.
      closeOnClickOutside={token === null}
    >
      {token === null ? <Inputs close={close} show={show} /> : <Made token={token.token} close={close} />}
    </Dialog>
  );
}

interface Fields {
  name: string;
  leases: number | string;
  perDay: string;
  perMonth: string;
}

function wanted({ name, leases, perDay, perMonth }: Fields): Record<keyof Wanted, unknown> {
  return {
    name,
    leases: leases === '' ? null : leases,
    perDay: perDay.trim() || null,
    perMonth: perMonth.trim() || null,
  };
}

function Inputs({ close, show }: { close: () => void; show: (token: MadeToken) => void }) {
  const client = useClient();
  const form = useForm<Fields>({
    initialValues: { name: '', leases: '', perDay: '', perMonth: '' },
    validate: (fields) => fieldErrors(newTokenSchema, wanted(fields)),
  });
  const refused = (failure: Failure) =>
    failure.code === 'CONFLICT' ? form.setFieldError('name', failureLine(failure)) : showFailure(failure);
  const { run: make, busy } = useTask(
    async (fields: Fields) => show(await client.call('tokens.add', wanted(fields) as Wanted)),
    refused,
  );
  return (
    <form onSubmit={form.onSubmit((fields) => void make(fields))} noValidate>
      <Stack>
        <TextInput
          label={text.name}
          description={text.nameHint}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <NumberInput
          label={limits.leasesAtOnce}
          description={text.noLimit}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          {...form.getInputProps('leases')}
        />
        <TextInput
          label={limits.perDay}
          description={limits.spendingHint}
          inputMode="decimal"
          {...form.getInputProps('perDay')}
        />
        <TextInput
          label={limits.perMonth}
          description={limits.spendingHint}
          inputMode="decimal"
          {...form.getInputProps('perMonth')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {strings.common.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {text.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Made({ token, close }: { token: string; close: () => void }) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <Stack>
      <Text ref={told} size="sm" tabIndex={-1} className="step">
        {text.made}
      </Text>
      <Code block className="wrap">
        {token}
      </Code>
      <Group justify="flex-end">
        <CopyButton text={token} label={strings.settings.api.copyToken} size="sm" />
        <Button onClick={close}>{text.done}</Button>
      </Group>
    </Stack>
  );
}
