import { Button, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { settingsPatchSchema, type Policy, type SettingsPatch } from '../../../electron/contract/settings.ts';
import { useAppState } from '../../state/context.ts';
import { usePlace } from '../../state/usePlace.ts';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { PolicyChoice } from '../money/PolicyChoice.tsx';
import { StepButtons } from './StepButtons.tsx';

const text = strings.onboarding;

interface Fields {
  country: string;
  /** A text while it is not a valid number yet. */
  ttlSeconds: number | string;
  policy: Policy;
}

/** Step 3: what happens to a number when its lease ends, with the figures for the chosen country. */
export function LeaseEndStep({ onFinish }: { onFinish: (finished: boolean) => void }) {
  const { settings } = useAppState();
  const [, go] = usePlace();
  const { run, busy } = useAction('settings.update');
  const { country, ttlSeconds, policy } = settings;
  const form = useForm<Fields>({
    initialValues: { country, ttlSeconds, policy },
    validate: (values) => fieldErrors(settingsPatchSchema, values),
    validateInputOnBlur: true,
  });
  const finish = async (values: Fields) => {
    // Called first, because the state that ends this step arrives before the answer.
    onFinish(true);
    go('numbers');
    if (!(await run({ ...(values as SettingsPatch), setup: 'done' }))) onFinish(false);
  };
  return (
    <form onSubmit={form.onSubmit((values) => void finish(values))} noValidate>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CountrySelect label={text.leaseEnd.country} own={country} {...form.getInputProps('country')} />
          <NumberInput
            label={text.leaseEnd.duration}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps('ttlSeconds')}
          />
        </SimpleGrid>
        <PolicyChoice
          label={strings.money.policy.defaultTitle}
          value={form.values.policy}
          onChange={(next) => form.setFieldValue('policy', next)}
          country={form.values.country}
          type={settings.type}
        />
        <StepButtons back="reception">
          <Button type="submit" loading={busy}>
            {text.finish}
          </Button>
        </StepButtons>
      </Stack>
    </form>
  );
}
