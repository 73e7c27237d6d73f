import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Policy, SettingsPatch } from '../../../electron/contract/settings.ts';
import { useAppState } from '../../state/context.ts';
import { usePlace } from '../../state/usePlace.ts';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { durationError, formatDuration, leaseRange, parseDuration } from '../../ui/duration.ts';
import { DurationInput } from '../../ui/DurationInput.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { PolicyChoice } from '../money/PolicyChoice.tsx';
import { firstPolicy, isOpen } from './setup.ts';
import { StepButtons } from './StepButtons.tsx';
import { TunnelStatus } from './TunnelStatus.tsx';

const text = strings.onboarding;

interface Fields {
  country: string;
  /** As people write it, such as "5 min". */
  duration: string;
  policy: Policy;
}

/** Step 3: what happens to a number when its lease ends, with the figures for the chosen country. */
export function LeaseEndStep({ onFinish }: { onFinish: (finished: boolean) => void }) {
  const state = useAppState();
  const { settings } = state;
  const isReached = isOpen(state, 'ngrok') || isOpen(state, 'url');
  const [, go] = usePlace();
  const { run, busy } = useAction('settings.update');
  const { country, ttlSeconds } = settings;
  const form = useForm<Fields>({
    initialValues: { country, duration: formatDuration(ttlSeconds), policy: firstPolicy(state) },
    validate: { duration: (typed) => durationError(typed, leaseRange) },
    validateInputOnBlur: true,
  });
  const finish = async ({ duration, ...chosen }: Fields) => {
    // Called first, because the state that ends this step arrives before the answer.
    onFinish(true);
    go('numbers');
    const patch: SettingsPatch = { ...chosen, ttlSeconds: parseDuration(duration) ?? ttlSeconds, setup: 'done' };
    if (!(await run(patch))) onFinish(false);
  };
  return (
    <form onSubmit={form.onSubmit((values) => void finish(values))} noValidate>
      <Stack gap="lg">
        {isReached && <TunnelStatus busy={false} shown connecting={text.reception.connecting} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CountrySelect label={text.leaseEnd.country} own={country} {...form.getInputProps('country')} />
          <DurationInput label={text.leaseEnd.duration} {...form.getInputProps('duration')} />
        </SimpleGrid>
        <PolicyChoice
          label={strings.money.policy.title}
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
