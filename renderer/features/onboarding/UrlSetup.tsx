import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { settingsPatchSchema } from '../../../electron/contract/settings.ts';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { spoken, TestResult } from '../reception/WebhookTest.tsx';
import { SkipToPolling } from './PollingSetup.tsx';
import { StepButtons } from './StepButtons.tsx';

const text = strings.onboarding;

/** The address, and a test message that takes this way. */
export function UrlSetup() {
  const { fixed, settings, webhook } = useAppState();
  const next = useAction('settings.update');
  const update = useAction('settings.update');
  const test = useAnswer('reception.test', spoken);
  const form = useForm({
    initialValues: { publicUrl: settings.publicUrl ?? '' },
    validate: (fields) => (fixed.publicUrl === null ? errorsOf(fields) : {}),
  });
  const check = async ({ publicUrl }: { publicUrl: string }) => {
    const patch = fixed.publicUrl === null ? { publicUrl: publicUrl.trim() } : {};
    if (!(await update.run({ reception: 'url', ...patch }))) return;
    form.resetDirty({ publicUrl });
    if ((await test.ask())?.ok === true) await next.run({ setup: 'leaseEnd' });
  };
  const busy = update.busy || test.busy;
  const checked = test.answer !== null && !form.isDirty() ? test.answer : null;
  return (
    <form onSubmit={form.onSubmit((values) => void check(values))} noValidate>
      <Stack gap="md">
        {fixed.publicUrl === null ? (
          <TextInput
            label={text.reception.url}
            description={text.reception.urlHint({ webhook: webhook ?? '/webhook' })}
            autoComplete="off"
            spellCheck={false}
            inputMode="url"
            {...form.getInputProps('publicUrl')}
          />
        ) : (
          <Text size="sm">{text.reception.urlFixed({ url: fixed.publicUrl })}</Text>
        )}
        {busy && (
          <Text size="sm" component="output">
            {text.reception.checking}
          </Text>
        )}
        {checked !== null && <TestResult result={checked} />}
        <StepButtons back="connect">
          {checked?.ok !== true && <SkipToPolling />}
          <Button type="submit" loading={busy} variant={checked === null ? 'filled' : 'default'}>
            {checked === null ? text.reception.check : text.reception.checkAgain}
          </Button>
          {checked !== null && (
            <Button loading={next.busy} onClick={() => void next.run({ setup: 'leaseEnd' })}>
              {text.next}
            </Button>
          )}
        </StepButtons>
      </Stack>
    </form>
  );
}

function errorsOf({ publicUrl }: { publicUrl: string }): Record<string, string> {
  if (publicUrl.trim() === '') return { publicUrl: text.reception.urlMissing };
  return fieldErrors(settingsPatchSchema, { publicUrl: publicUrl.trim() });
}
