import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/errors.ts';
import { teamSchema, type Team } from '../../../electron/contract/team.ts';
import { useClient } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { useTask } from '../../ui/useTask.ts';
import { fieldErrors } from '../../ui/validation.ts';

const { team: text } = strings;

/** The address and the token of a host that a team shares. That host is asked before anything changes. */
export function TeamForm({ url = '' }: { url?: string }) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<Team>({
    name: 'team',
    initialValues: { url, token: '' },
    onValuesChange: () => setFailure(null),
    validate: (values) => fieldErrors(teamSchema, values),
  });
  const { run, busy } = useTask(async (team: Team) => {
    setFailure(null);
    await client.call('team.connect', team);
  }, setFailure);
  return (
    <form onSubmit={form.onSubmit((team) => void run(team))} noValidate>
      <Stack>
        <Text size="sm">{text.purpose}</Text>
        <TextInput
          label={text.address}
          description={text.addressHint}
          type="url"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('url')}
        />
        <TextInput
          label={text.token}
          description={text.tokenHint}
          type="password"
          autoComplete="off"
          {...form.getInputProps('token')}
        />
        {failure !== null && <FailureAlert failure={failure} />}
        <Button type="submit" loading={busy}>
          {text.connect}
        </Button>
      </Stack>
    </form>
  );
}
